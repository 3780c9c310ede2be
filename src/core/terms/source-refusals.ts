/** Refusals of what is brought in from sources beyond git: part of the table in `refusals.ts`. */
export const SOURCE_REFUSALS = {
  'file-unfit': {
    sentence: '{file} is not what it was given as: {reason}.',
    remedy: 'Let it be recognised by itself, or export it again; `understudy import` without a file lists what is taken.',
  },
  'file-too-much': {
    sentence: '{file} holds more than is taken at once: {most} at most.',
    remedy: 'Export a shorter time, or several files, and import them one after another.',
  },
  'archive-unreadable': {
    sentence: '{file} cannot be unpacked: {reason}.',
    remedy: 'Download it again. If it has a password, unpack it and pack it again without one.',
  },
  'sheet-unreadable': {
    sentence: 'No row of {file} can be read; {row}: {why}.',
    remedy: 'Compare it with the templates: `understudy import --templates FOLDER` writes one of each with an example row.',
  },
  'connection-token': {
    sentence: '{host} does not take the token of this connection any more.',
    remedy: 'Make a new token there with the rights that `understudy connect` names, and put it in the place of the old one.',
  },
  'connection-rights': {
    sentence: '{host} does not let this token read {path}.',
    remedy: 'Give the token the rights that `understudy connect` names, or take what it may not read off the list.',
  },
  'connection-missing': {
    sentence: '{host} has nothing at {path}, or does not show it to this token.',
    remedy: 'Check the spelling of what is to be read; if it is private, let the token see it; if it is gone, take it off the list.',
  },
  'connection-failing': {
    sentence: '{host} cannot be read now: {reason}.',
    remedy: 'Try again later; what was read is kept, and reading goes on where it stopped.',
  },
  'connection-answer': {
    sentence: 'What {host} answers at {path} cannot be read: {reason}.',
    remedy: 'Check that the address of the connection is that of its API, and that nothing between here and there changes answers.',
  },
  'connection-astray': {
    sentence: '{host} leads to an address outside of itself, which is not followed.',
    remedy: 'Give the address of the API itself, as `understudy connect` asks for it.',
  },
  'connection-list': {
    sentence: '`{what}` is nothing that can be read there.',
    remedy: 'Write it as {asks}.',
  },
  'import-nothing': {
    sentence: 'No file was given to import.',
    remedy:
      'Give files or folders: `understudy import FILE …`; `understudy import --templates FOLDER` writes tables to fill in. What is taken: {takes}.',
  },
  'demo-folder': {
    sentence: 'There is something in {path} already.',
    remedy: 'Give an empty folder or a new one: `understudy demo FOLDER`.',
  },
  'import-unknown': {
    sentence: 'Nothing here reads {path}: {looks}.',
    remedy:
      '{advice} Kinds that are read: {kinds}; `understudy import` without a file says what each of them takes. `--as KIND` reads a file as one of them all the same; `understudy import --templates FOLDER` writes tables to fill in.',
  },
  'import-kind': {
    sentence: 'There is no reader of files called "{kind}".',
    remedy: 'Take one of these: {kinds}.',
  },
  'connect-kind': {
    sentence: 'Nothing that can be connected is called "{kind}".{hint}',
    remedy: 'Take one of these: {kinds}. `understudy connect` says of each what it would let us judge.',
  },
  'connection-known': {
    sentence: 'There is a connection called {name} already.',
    remedy: 'Give another name, or remove that one first.',
  },
  'connection-unknown': {
    sentence: 'No connection is called "{name}".',
    remedy: 'List them: `understudy connect --list`.',
  },
  'connection-kind': {
    sentence: 'The connection {name} is of kind {kind}, and this is {other}.',
    remedy: 'Leave `--into` out, or name a connection of the same kind.',
  },
  'connection-address': {
    sentence: '{address} is no address that an API is read from.',
    remedy: 'Give an https address without a name or password in it; http is for your own network only: `--allow-private`.',
  },
  'connection-way': {
    sentence: 'Connections of kind {kind} have no {way}.',
    remedy: 'Leave that out; `understudy connect` says what each kind can do.',
  },
  'connection-nothing': {
    sentence: 'There is nothing to connect for {name}.',
    remedy: 'They are read with every scan of a repository: `understudy scan`.',
  },
  'connection-what': {
    sentence: 'A token is given, and not what is read with it.',
    remedy: 'Name {asks}: `--what`, once for each.',
  },
  'connection-secret': {
    sentence: 'The secret of {name} is made at the other side, which takes none of ours.',
    remedy:
      'Hand it over: `understudy connect --rotate {name} --secret-file FILE` (`-` reads standard input), or under *Change* of the connection on the page.',
  },
  'connection-unsigned': {
    sentence: 'This delivery is not signed with a secret of this connection.',
    remedy: 'Enter the secret at the other side as `understudy connect` printed it, or make a new one: `understudy connect --rotate NAME`.',
  },
  'delivery-unread': {
    sentence: 'This delivery says neither what it is nor which one.',
    remedy: 'Send it as the service itself does; docs/guide/connections.md says how.',
  },
  'secret-last': {
    sentence: 'This is the only secret of the connection {name}, and without one nothing can be delivered.',
    remedy: 'Make a new one first: `understudy connect --rotate NAME`.',
  },
} as const;

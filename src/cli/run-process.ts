import type { Door, Sink } from './door.ts';
import { EXIT } from './exit.ts';
import { runCommand } from './run-command.ts';

/** One run of the command in this process: streams, Ctrl-C and the exit code. */
export async function runProcess(argv: readonly string[]): Promise<void> {
  const stop = new Stop();
  process.on('SIGINT', () => onInterrupt(stop));
  process.on('SIGTERM', () => onInterrupt(stop));
  // A worker whose server is gone, however it went, stops as if it had been told to.
  process.on('disconnect', () => onInterrupt(stop));
  process.channel?.unref();
  endQuietlyOnClosedPipe(process.stdout);
  endQuietlyOnClosedPipe(process.stderr);
  const door: Door = {
    cwd: process.cwd(),
    env: process.env,
    out: sinkOf(process.stdout),
    err: sinkOf(process.stderr),
    now: Date.now,
    signal: stop.signal,
    tellParent: process.send === undefined ? undefined : (message) => void (process.connected && process.send!(message)),
  };
  process.exitCode = await runCommand(argv, door);
}

/** One Ctrl-C may come twice: from the terminal, and passed on by whatever started us. Milliseconds. */
const ECHO = 500;

/** First Ctrl-C: stop tidily. Second: at once. */
function onInterrupt(stop: Stop): void {
  if (!stop.signal.aborted) {
    stop.at = Date.now();
    stop.abort();
  } else if (Date.now() - stop.at > ECHO) process.exit(EXIT.stopped);
}

class Stop extends AbortController {
  /** When it was asked for first. */
  at = 0;
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY, columns: stream.columns ?? 0 };
}

/** `understudy areas | head` closes our output early: that is no bug. */
function endQuietlyOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
    process.exit(EXIT.fine);
  });
}

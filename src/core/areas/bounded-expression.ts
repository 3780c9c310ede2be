/** Longer expressions, and such as unfold into more steps, are not taken: whoever writes them wants to keep us busy. */
const LONGEST = 1000;
const MOST_STEPS = 1000;
const MOST_REPEATS = 100;

type Test = (code: number) => boolean;
type Step = { readonly test: Test } | { readonly to: readonly number[] } | 'end';
/** Writes its steps behind those that are there; where it ends, the next begins. */
type Part = (steps: Step[]) => void;

/**
 * A regular expression that is matched against the whole of a text in a time that grows with both and no faster, whatever it says: all states at once
 * (Thompson, 1968), as Go does, for which Gitea's CODEOWNERS are written. JavaScript's own expressions may take exponential time. Undefined where it is
 * not understood: looking around, flags, references.
 */
export function boundedExpression(source: string): ((text: string) => boolean) | undefined {
  if (source.length > LONGEST) return undefined;
  const steps: Step[] = [];
  try {
    const reader = new Reader(source);
    reader.choice()(steps);
    if (!reader.done()) return undefined;
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return undefined;
    throw thrown;
  }
  steps.push('end');
  return (text) => matches(steps, text);
}

class NotUnderstood extends Error {}

function matches(steps: readonly Step[], text: string): boolean {
  let now = reached(steps, [0]);
  for (let i = 0; i < text.length && now.length > 0; i++) {
    const code = text.charCodeAt(i);
    const next = now.flatMap((at) => (passes(steps[at]!, code) ? [at + 1] : []));
    now = reached(steps, next);
  }
  return now.some((at) => steps[at] === 'end');
}

function passes(step: Step, code: number): boolean {
  return typeof step === 'object' && 'test' in step && step.test(code);
}

/** Steps that wait for a character, from those that can be gone to without one. */
function reached(steps: readonly Step[], from: readonly number[]): readonly number[] {
  const seen = new Set(from);
  for (const at of seen) {
    const step = steps[at]!;
    if (typeof step === 'object' && 'to' in step) for (const to of step.to) seen.add(to);
  }
  return [...seen].filter((at) => !(typeof steps[at] === 'object' && 'to' in (steps[at] as object)));
}

const SETS: Readonly<Record<string, RegExp>> = { d: /\d/, D: /\D/, w: /\w/, W: /\W/, s: /\s/, S: /\S/ };

/** Reads an expression from left to right, one branch of the grammar a method. */
class Reader {
  #at = 0;
  #depth = 0;
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  done(): boolean {
    return this.#at === this.source.length;
  }

  choice(): Part {
    const branches = [this.#sequence()];
    while (this.#take('|')) branches.push(this.#sequence());
    return branches.reduceRight((rest, branch) => either(branch, rest));
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (!this.done() && this.#peek() !== '|' && this.#peek() !== ')') parts.push(this.#repeated());
    return (steps) => {
      for (const part of parts) write(part, steps);
    };
  }

  #repeated(): Part {
    let part = this.#single();
    for (;;) {
      if (this.#take('*')) part = manyOf(part);
      else if (this.#take('+')) part = both(part, manyOf(part));
      else if (this.#take('?')) part = either(part, nothing);
      else {
        const [whole, least, comma, most] = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.source.slice(this.#at, this.#at + 12)) ?? [];
        if (whole === undefined) return part;
        this.#at += whole.length;
        part = times(part, Number(least), comma === undefined ? Number(least) : most === '' ? undefined : Number(most));
      }
      // A lazy repetition matches the same texts.
      this.#take('?');
    }
  }

  #single(): Part {
    const character = this.source[this.#at++];
    if (character === '(') return this.#group();
    if (character === '[') return one(this.#set());
    if (character === '.') return one(() => true);
    // The whole text is matched anyway.
    if ((character === '^' && this.#at === 1) || (character === '$' && this.done())) return nothing;
    if (character === '\\') return one(this.#escaped());
    if (character === undefined || '*+?{^$)'.includes(character)) throw new NotUnderstood();
    return one(is(character));
  }

  #group(): Part {
    if (++this.#depth > 50) throw new NotUnderstood();
    if (this.#take('?') && !this.#take(':')) throw new NotUnderstood();
    const inside = this.choice();
    if (!this.#take(')')) throw new NotUnderstood();
    this.#depth--;
    return inside;
  }

  #escaped(): Test {
    const character = this.source[this.#at++];
    if (character === undefined) throw new NotUnderstood();
    const set = Object.hasOwn(SETS, character) ? SETS[character] : undefined;
    if (set) return (code) => set.test(String.fromCharCode(code));
    if (/[a-z0-9]/i.test(character)) throw new NotUnderstood();
    return is(character);
  }

  #set(): Test {
    const not = this.#take('^');
    const tests: Test[] = [];
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      if (this.done()) throw new NotUnderstood();
      const from = this.source[this.#at++]!;
      if (from === '\\') tests.push(this.#escaped());
      else if (this.#peek() === '-' && this.source[this.#at + 1] !== ']' && this.source[this.#at + 1] !== undefined) {
        const to = this.source[this.#at + 1]!;
        this.#at += 2;
        tests.push((code) => code >= from.charCodeAt(0) && code <= to.charCodeAt(0));
      } else tests.push(is(from));
    }
    this.#at++;
    return (code) => tests.some((test) => test(code)) !== not;
  }

  #peek(): string | undefined {
    return this.source[this.#at];
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }
}

function is(character: string): Test {
  const wanted = character.charCodeAt(0);
  return (code) => code === wanted;
}

function write(part: Part, steps: Step[]): void {
  if (steps.length > MOST_STEPS) throw new NotUnderstood();
  part(steps);
}

function one(test: Test): Part {
  return (steps) => void steps.push({ test });
}

function nothing(): void {}

function both(first: Part, second: Part): Part {
  return (steps) => {
    write(first, steps);
    write(second, steps);
  };
}

/** A step that leads on to both; where the first has ended, the second is jumped over. */
function either(first: Part, second: Part): Part {
  return (steps) => {
    const fork = steps.push('end') - 1;
    write(first, steps);
    const jump = steps.push('end') - 1;
    steps[fork] = { to: [fork + 1, jump + 1] };
    write(second, steps);
    steps[jump] = { to: [steps.length] };
  };
}

function manyOf(part: Part): Part {
  return (steps) => {
    const fork = steps.push('end') - 1;
    write(part, steps);
    steps.push({ to: [fork] });
    steps[fork] = { to: [fork + 1, steps.length] };
  };
}

/** `most` undefined: without end. */
function times(part: Part, least: number, most: number | undefined): Part {
  if (least > MOST_REPEATS || (most ?? 0) > MOST_REPEATS || (most !== undefined && most < least)) throw new NotUnderstood();
  return (steps) => {
    for (let i = 0; i < least; i++) write(part, steps);
    if (most === undefined) write(manyOf(part), steps);
    else for (let i = least; i < most; i++) write(either(part, nothing), steps);
  };
}

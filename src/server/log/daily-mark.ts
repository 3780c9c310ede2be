import { createHmac, randomBytes } from 'node:crypto';

const DAY = 24 * 3600 * 1000;

/**
 * A mark for where a request came from that is the same for a day and says nothing more: its salt is random, is kept
 * nowhere and is thrown away at midnight (UTC), so that no address can be tried against it afterwards.
 */
export function dailyMarks(now: () => number): (address: string) => string {
  let day = -1;
  let salt = randomBytes(32);
  return (address) => {
    const today = Math.floor(now() / DAY);
    if (today !== day) [day, salt] = [today, randomBytes(32)];
    return createHmac('sha256', salt).update(address).digest('hex').slice(0, 10);
  };
}

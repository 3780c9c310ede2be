import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';

/** Mail services that anybody may use: an address there says nothing of who somebody works with. */
const ANYBODY =
  /^(gmail|googlemail|google-mail|hotmail|outlook|live|msn|yahoo|ymail|gmx|web|icloud|me|mac|qq|163|126|sina|foxmail|protonmail|proton|pm|mail|email|yandex|aol|fastmail|mailbox|posteo|riseup|free|orange|laposte|wanadoo|t-online|comcast|rediffmail|naver|hanmail)\.[a-z]{2,3}(\.[a-z]{2})?$/;

/** The houses that each person writes from, as numbers without a name: by row, from the domains of their addresses or as kept without them. */
export function housesOf({ people }: Pick<Evidence, 'people'>): readonly (readonly number[])[] {
  const numbers = new Map<string, number>();
  return people.map((person) => person.houses ?? domainsOf(person).map((domain) => numberOf(numbers, domain)));
}

function numberOf(numbers: Map<string, number>, domain: string): number {
  const number = numbers.get(domain) ?? numbers.size;
  numbers.set(domain, number);
  return number;
}

/** Domains that say who somebody works with, cut to their last two labels. */
function domainsOf({ emails }: PersonRecord): readonly string[] {
  const houses = emails.flatMap((email) => {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    const house = domain.split('.').slice(-2).join('.');
    return !domain.includes('.') || domain.includes('noreply') || ANYBODY.test(domain) || ANYBODY.test(house) ? [] : [house];
  });
  return [...new Set(houses)];
}

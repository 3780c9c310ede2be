import { describe, expect, it } from 'vitest';
import { accountKeys, handleOf, identityKeys, isFullName, isNobody, isPlatform, mailboxKey, nameKey } from './identity-keys.ts';

describe('identity keys', () => {
  it.each([
    ['Ann.Lee@Example.ORG', 'ann.lee@example.org'],
    [' <ann@example.org> ', 'ann@example.org'],
    ['[ann@example.org]', 'ann@example.org'],
    ['ann.lee+git@gmail.com', 'annlee@gmail.com'],
    ['annlee@googlemail.com', 'annlee@gmail.com'],
    ['ann+git@fastmail.com', 'ann@fastmail.com'],
    ['pair+ann+bo@firm.example', 'pair+ann+bo@firm.example'],
    ['ann@2c7ba8d8-0000', 'ann@2c7ba8d8-0000'],
    ['', ''],
  ])('[identity.1] %s has the mailbox %s', (email, key) => {
    expect(mailboxKey(email)).toBe(key);
  });

  it.each([
    ['1234+annlee@users.noreply.github.com', ['github.com/annlee', 'github.com#1234']],
    ['annlee@users.noreply.github.com', ['github.com/annlee']],
    ['77-annlee@users.noreply.gitlab.com', ['gitlab.com/annlee', 'gitlab.com#77']],
    ['annlee@noreply.codeberg.org', ['codeberg.org/annlee']],
    ['9+annlee@noreply.git.firm.example', ['git.firm.example/annlee', 'git.firm.example#9']],
    ['ann@example.org', []],
    ['noreply@github.com', []],
  ])('[identity.2] %s is the account %j', (email, keys) => {
    expect(accountKeys(email)).toEqual(keys);
  });

  it('[identity.2] gives the login of a no-reply address as its handle', () => {
    expect(handleOf('1234+AnnLee@users.noreply.github.com')).toBe('annlee');
    expect(handleOf('ann.lee+x@gmail.com')).toBe('annlee');
  });

  it.each([
    ['Ánn Łee', 'ann lee'],
    ['  ANN   LEE ', 'ann lee'],
    ['Lee, Ann', 'ann lee'],
    ['Ann "Annie" Lee (Firm)', 'ann lee'],
    ["Ann O'Lee-Smith", 'ann olee smith'],
    ['Bjørn Ðæg', 'bjorn daeg'],
    ['王小明', '王小明'],
  ])('[identity.3] %s reads %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it.each([
    ['ann lee', true],
    ['ann', false],
    ['a b', false],
    ['ann l', false],
    ['王小明', true],
    ['王明', false],
    ['root admin', false],
    ['ann@example org', false],
  ])('[identity.3] %s is a full name: %s', (key, full) => {
    expect(isFullName(key)).toBe(full);
  });

  it.each([
    ['root', 'root@localhost', true],
    ['root', 'root@web01.firm.example', true],
    ['', '', true],
    ['unknown', 'unknown@unknown', true],
    ['admin', 'admin@firm.example', true],
    ['Your Name', 'you@example.com', true],
    ['root', 'ann.lee@firm.example', false],
    ['Ann Lee', 'root@localhost', false],
    ['dhx', 'dhx@localhost', false],
  ])('[identity.4] %s <%s> is nobody: %s', (name, email, nobody) => {
    expect(isNobody(identityKeys({ name, email }))).toBe(nobody);
  });

  it.each([
    ['GitHub', 'noreply@github.com', true],
    ['GitLab', 'noreply@gitlab.firm.example', true],
    ['Ann Lee', 'noreply@firm.example', false],
  ])('[identity.4] %s <%s> is the platform: %s', (name, email, platform) => {
    expect(isPlatform({ name, email })).toBe(platform);
  });
});

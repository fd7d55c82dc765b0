import { describe, expect, test } from 'vitest';

import { indexMembers, searchMembers } from './search-members.ts';

const person = (name: string, lastName: string, email: string) => ({
  id: email,
  email,
  name,
  lastName,
});
const everyone = [
  person('Zoë', 'Ångström', 'zoe@example.com'),
  person('François', 'Œuvrard', 'fo@example.com'),
  person('Łukasz', 'Weiß', 'lw@example.com'),
  person('Işıl', 'Søndergård', 'is@example.org'),
  person('', '', 'nameless@example.com'),
  person('Émile', 'Zola', 'emile2@example.com'),
  person('emile', 'Zola', 'emile10@example.com'),
  person('Ægir', 'Đorđe', 'sailor@example.com'),
  person('Þór', 'Guðrún', 'thg@example.com'),
];

const find = (query: string, locale = 'en') =>
  searchMembers(indexMembers(everyone, locale), query, locale).map(({ member }) => member.email);

describe('A search finds', () => {
  test.each([
    ['zoe', ['zoe@example.com']],
    ['ANGSTROM', ['zoe@example.com']],
    ['Ångström', ['zoe@example.com']],
    ['A\u030angstro\u0308m', ['zoe@example.com']],
    ['francois oeuvrard', ['fo@example.com']],
    ['œuvrard FRANÇOIS', ['fo@example.com']],
    ['lukasz', ['lw@example.com']],
    ['weiss', ['lw@example.com']],
    ['isil', ['is@example.org']],
    ['ISIL', ['is@example.org']],
    ['sondergard', ['is@example.org']],
    ['aegir dorde', ['sailor@example.com']],
    ['thor gudrun', ['thg@example.com']],
    ['zola\temile10', ['emile10@example.com']],
    ['example.org', ['is@example.org']],
    ['nameless', ['nameless@example.com']],
    ['  zola   emile10 ', ['emile10@example.com']],
    ['nobody', []],
    ['zoe weiss', []],
    ['.*', []],
  ])('by %j: %j', (query, emails) => {
    expect(find(query)).toEqual(emails);
  });

  test.each(['', '   '])('everyone by %j', (query) => {
    expect(find(query)).toHaveLength(everyone.length);
  });

  test('Turkish names typed on a Turkish keyboard', () => {
    expect(find('IŞIL', 'tr')).toEqual(['is@example.org']);
    expect(find('isil', 'tr')).toEqual(['is@example.org']);
  });
});

test('People are sorted by name, whatever its case and diacritics', () => {
  expect(indexMembers(everyone, 'en').map(({ name }) => name)).toEqual([
    'Ægir Đorđe',
    'Émile Zola',
    'emile Zola',
    'François Œuvrard',
    'Işıl Søndergård',
    'Łukasz Weiß',
    'nameless@example.com',
    'Zoë Ångström',
    'Þór Guðrún',
  ]);
  expect(
    indexMembers(everyone, 'en')
      .slice(0, 3)
      .map(({ member }) => member.email),
  ).toEqual(['sailor@example.com', 'emile2@example.com', 'emile10@example.com']);
});

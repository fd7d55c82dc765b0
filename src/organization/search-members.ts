import type { Member } from '../api/contract-organization.ts';
import { memberName } from './describe-members.ts';

export interface SearchableMember {
  member: Member;
  name: string;
  /** Name and address, folded. */
  folded: string;
}

/** Sorts members by name in the locale's order, and prepares each for a search. */
export function indexMembers(members: Member[], locale: string): SearchableMember[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return members
    .map((member) => {
      const name = memberName(member);
      return { member, name, folded: fold(`${name} ${member.email}`, locale) };
    })
    .toSorted(
      (one, other) =>
        compare(one.name, other.name) || compare(one.member.email, other.member.email),
    );
}

/** The members whose name or address contains every word of the query, in any order. */
export function searchMembers(
  members: SearchableMember[],
  query: string,
  locale: string,
): SearchableMember[] {
  // Two spaces give an empty word, which every name contains.
  const words = fold(query, locale).split(/\s/);
  return members.filter(({ folded }) => words.every((word) => folded.includes(word)));
}

/** Letters that Unicode doesn't decompose into a plain letter and a mark. */
const plainLetters: Record<string, string> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** Removes case and diacritics, so that "francois" finds "François", and "ISIL" finds "Işıl". */
function fold(text: string, locale: string): string {
  return text
    .toLocaleLowerCase(locale)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[æđðıłøœßþ]/g, (letter) => plainLetters[letter] ?? letter);
}

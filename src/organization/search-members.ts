import type { Member } from '../api/contract-organization.ts';
import { memberName } from './member-name.ts';

export interface SearchableMember {
  member: Member;
  name: string;
  /** Name and address, folded. */
  folded: string;
}

/** In the order of their names as the locale sorts them, each made ready to be searched. */
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

/** Those whose name or address holds every word of the query, in any order. */
export function searchMembers(
  members: SearchableMember[],
  query: string,
  locale: string,
): SearchableMember[] {
  // Between two spaces is the empty word, which everyone's name holds.
  const words = fold(query, locale).split(/\s/);
  return members.filter(({ folded }) => words.every((word) => folded.includes(word)));
}

/** Letters that Unicode does not take apart into a plain one and a mark. */
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

/** Without case and diacritics, so that "francois" finds "François", and "ISIL" finds "Işıl". */
function fold(text: string, locale: string): string {
  return text
    .toLocaleLowerCase(locale)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[æđðıłøœßþ]/g, (letter) => plainLetters[letter] ?? letter);
}

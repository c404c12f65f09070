/** Words that are hard to read, and plain words to write instead. A space matches a line break in a comment too. */
export const avoidedWords: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bnobody\b/, 'no + noun, or name who'],
  [/\bwhoever\b/, 'name who'],
  [/\bwhatever\b/, 'any, each, or name it'],
  [/\bheed(s|ed|ing)?\b/, 'honor, follow'],
  [/\b(am|is|are|was|were|be|been|being) told\b/, 'receive, get'],
  [/\bbe had\b/, 'available, exist'],
  [/\bwhat (came|comes|become|becomes|became) of\b/, 'the result of'],
  [/(?<!\bthere )\b(is|are) no (?!longer\b)/, 'is not a, has no'],
  [/\bof ours\b/, 'our, or name it'],
  [/\b(stand|stands|stood|standing) for\b/, 'mean, replace'],
  [/\b(let|lets|letting) go\b/, 'release, drop'],
  [/\bmend(s|ed|ing)?\b/, 'fix, repair'],
  [/\bat all\b(?! \w+s\b)/, '(omit it)'],
  [/\bas (it is|they are)\b(?! (\w+ed|\w+en|read|sent)\b)/, 'unchanged'],
];

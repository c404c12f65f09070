const wordsOf = (text: string): readonly string[] => text.split(/\s+/);

/** First words that give a test name no subject. */
export const notSubjects: readonly string[] = wordsOf(
  `of that after once under where when with without also and or but even is are was has have does do can cannot must may never not`,
);

/** Verbs in the third person. A name that begins with one lacks its subject. */
export const verbs: readonly string[] = wordsOf(
  `accepts adds allows applies asks becomes begins chooses closes compares compiles completes contains copies covers creates
  declares deletes divides drops emits ends escapes exits explodes fails fills finds follows gets gives goes handles honors
  ignores includes joins keeps knows leads leaves lets loads looks makes merges moves needs offers omits opens parses passes
  prefers prints publishes puts reaches reads receives refuses rejects removes renames replaces resolves responds returns runs
  says sees sends serves sets shows skips stands starts stays stops streams subtracts supports survives takes tells throws
  treats turns uses validates waits works wraps yields`,
);

/** Verbs in the third person that are plural nouns too: they lack a subject where an object follows. */
export const verbsOrNouns: readonly string[] = wordsOf(
  `answers calls changes checks counts limits lists marks names places requests retries signs tests writes`,
);

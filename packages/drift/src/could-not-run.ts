/** Why a run came to nothing. Its message may be shown: it holds no credential, no value of an answer and no query. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}

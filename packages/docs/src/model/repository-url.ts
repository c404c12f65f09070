/** The address of the repository. Only the workflow that publishes the site knows it, so a local build has no link to it. */
export const repositoryUrl: string | undefined = process.env.DOCS_REPOSITORY || undefined;

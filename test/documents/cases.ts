import { bodyCases } from './cases/bodies.ts';
import { countedPageCases } from './cases/counted-pages.ts';
import { credentialCombinationCases } from './cases/credential-combinations.ts';
import { credentialCases } from './cases/credentials.ts';
import { cursorPageCases } from './cases/cursor-pages.ts';
import { cursorPlaceCases } from './cases/cursor-places.ts';
import { eventSchemaCases } from './cases/event-schemas.ts';
import { exampleCases } from './cases/examples.ts';
import { foreignBodyCases } from './cases/foreign-bodies.ts';
import { foreignPathCases } from './cases/foreign-paths.ts';
import { headerParameterCases } from './cases/header-parameters.ts';
import { holeCases } from './cases/intake-holes.ts';
import { oddPathCases } from './cases/intake-odd-paths.ts';
import { referenceCases } from './cases/intake-references.ts';
import { versionCases } from './cases/intake-versions.ts';
import { keptOperationCases } from './cases/kept-operations.ts';
import { keywordNameCases } from './cases/keyword-names.ts';
import { linkedPageCases } from './cases/linked-pages.ts';
import { nameCases } from './cases/names.ts';
import { optionalCredentialCases } from './cases/optional-credentials.ts';
import { otherUnionCases } from './cases/other-unions.ts';
import { parameterNameCases } from './cases/parameter-names.ts';
import { parameterStyleCases } from './cases/parameter-styles.ts';
import { parameterCases } from './cases/parameters.ts';
import { pathNameCases } from './cases/path-names.ts';
import { pathTemplateCases } from './cases/path-templates.ts';
import { plainCases } from './cases/plain.ts';
import { responseCases } from './cases/responses.ts';
import { schemaReferenceCases } from './cases/schema-references.ts';
import { schemaTypeCases } from './cases/schema-types.ts';
import { schemaValueCases } from './cases/schema-values.ts';
import { serverVariableCases } from './cases/server-variables.ts';
import { serverCases } from './cases/servers.ts';
import { singleCredentialCases } from './cases/single-credentials.ts';
import { swaggerPartCases } from './cases/swagger-parts.ts';
import { taggedUnionCases } from './cases/tagged-unions.ts';
import { frameworkCases } from './cases/usual-frameworks.ts';
import { wholeCommandCases } from './cases/whole-command.ts';
import type { DocumentCase } from './document-case.ts';

export const cases: readonly DocumentCase[] = [
  ...bodyCases,
  ...countedPageCases,
  ...credentialCombinationCases,
  ...credentialCases,
  ...cursorPageCases,
  ...cursorPlaceCases,
  ...exampleCases,
  ...headerParameterCases,
  ...holeCases,
  ...referenceCases,
  ...versionCases,
  ...linkedPageCases,
  ...nameCases,
  ...optionalCredentialCases,
  ...otherUnionCases,
  ...parameterNameCases,
  ...parameterStyleCases,
  ...parameterCases,
  ...pathNameCases,
  ...pathTemplateCases,
  ...plainCases,
  ...responseCases,
  ...schemaReferenceCases,
  ...schemaTypeCases,
  ...serverVariableCases,
  ...serverCases,
  ...singleCredentialCases,
  ...frameworkCases,
  ...schemaValueCases,
  ...eventSchemaCases,
  ...oddPathCases,
  ...taggedUnionCases,
  ...keptOperationCases,
  ...wholeCommandCases,
  ...swaggerPartCases,
  ...keywordNameCases,
  ...foreignPathCases,
  ...foreignBodyCases,
];

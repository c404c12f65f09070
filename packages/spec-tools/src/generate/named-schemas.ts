import ts from 'typescript';
import { commentOf, declarationOf, membersOf, parse, textOf } from './source.ts';

/**
 * Makes each schema an exported type of its own, so that editors and errors name it: `components["schemas"]["user"]` becomes `User`.
 *
 * @param names The names of the types by those of the schemas.
 */
export function nameSchemas(code: string, names: ReadonlyMap<string, string>): string {
  const nameOf = (schema: string) => names.get(schema) ?? schema;
  const text = code.replace(/components\["schemas"\]\["([^"]+)"\]/g, (_, schema: string) => nameOf(schema));
  const file = parse(text);
  const schemas = membersOf(declarationOf(file, 'components')).get('schemas')?.type;
  if (!schemas || !ts.isTypeLiteralNode(schemas)) return text;
  const members = [...membersOf(schemas)];
  const references = members.map(([schema, { name }]) => `        ${name.getText()}: ${nameOf(schema)};\n`);
  const declarations = members.map(
    ([schema, member]) =>
      `${commentOf(member)}${extendType(file, nameOf(schema), [], textOf(member.type as ts.TypeNode))}\n`,
  );
  const named = `{\n${references.join('')}    }`;
  return `${text.slice(0, schemas.getStart())}${named}${text.slice(schemas.end)}${declarations.join('')}`;
}

/** Declares a type that has the members of another and its own: an interface if it is an object, else an alias. */
export function extendType(file: ts.SourceFile, name: string, members: readonly string[], type = '{}'): string {
  const given = declarationOf(parse(`type T = ${type};`), 'T') as ts.TypeNode;
  const declaration = (ts.isTypeReferenceNode(given) && declarationOf(file, type)) || given;
  const fields = ts.isInterfaceDeclaration(declaration) ? declaration.members : fieldsOf(declaration);
  if (fields && (members.length === 0 || fields.every(permitsOthers))) {
    return ts.isInterfaceDeclaration(declaration)
      ? declareInterface(name, members, type)
      : declareInterface(name, [...members, ...fields.map((field) => textOf(field))]);
  }
  const own = members.length > 0 ? `{${indent(members)}} & ` : '';
  // The alias of an alias would have the name of the other one.
  const other = fields || ts.isInterfaceDeclaration(declaration) ? type : textOf(declaration);
  return `export type ${name} = ${own}${own ? `(${other})` : other};`;
}

function declareInterface(name: string, members: readonly string[], base = ''): string {
  return `export interface ${name}${base && ` extends ${base}`} {${indent(members)}}`;
}

/** The members of a type that an interface can have; undefined if it is not an object. */
function fieldsOf(type: ts.TypeNode): readonly ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) return type.members;
  if (!ts.isIntersectionTypeNode(type)) return undefined;
  const objects = type.types.filter(ts.isTypeLiteralNode);
  if (objects.length < type.types.length) return undefined;
  const members = objects.flatMap((object) => [...object.members]);
  const names = members.map(({ name }) => name?.getText());
  return members.every(permitsOthers) && new Set(names).size === names.length ? members : undefined;
}

/** Whether other members may stand beside this one. An index signature limits their types. */
function permitsOthers(member: ts.TypeElement): boolean {
  return !ts.isIndexSignatureDeclaration(member) || member.type.kind === ts.SyntaxKind.UnknownKeyword;
}

function indent(members: readonly string[]): string {
  const lines = members.map((member) => `    ${member.replaceAll('\n', '\n    ')}\n`);
  return lines.length > 0 ? `\n${lines.join('')}` : '';
}

/** Lets each optional property be undefined, also under `exactOptionalPropertyTypes`. One that must be absent stays so. */
export function allowUndefined(code: string): string {
  const ends: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && node.questionToken && node.type) {
      if (!/^(never|unknown|undefined)$/.test(node.type.getText())) ends.push(node.type.end);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(code));
  const cuts = [0, ...ends.sort((one, other) => one - other)];
  return cuts.map((start, index) => code.slice(start, cuts[index + 1])).join(' | undefined');
}

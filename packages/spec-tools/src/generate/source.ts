import ts from 'typescript';

/** Parses generated code. */
export function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('schema.ts', code, ts.ScriptTarget.Latest, true);
}

/**
 * The source of a node with its doc comment, indented as if it began a line.
 *
 * @param name The name of a property, if it gets another one.
 */
export function textOf(node: ts.Node, name?: string): string {
  const text = slice(node, node.getStart(node.getSourceFile(), true), node.end);
  if (name === undefined || !ts.isPropertySignature(node)) return text;
  const { length } = commentOf(node);
  return text.slice(0, length) + name + text.slice(length + node.name.getText().length);
}

/** The source of a node's doc comment with its line end; empty if it has none. */
export function commentOf(node: ts.Node): string {
  const comment = slice(node, node.getStart(node.getSourceFile(), true), node.getStart()).trimEnd();
  return comment && `${comment}\n`;
}

function slice(node: ts.Node, start: number, end: number): string {
  const { text } = node.getSourceFile();
  const line = text.lastIndexOf('\n', start) + 1;
  const [indent = ''] = /^ */.exec(text.slice(line, start)) ?? [];
  return text.slice(start, end).replaceAll(`\n${indent}`, '\n');
}

/** The members of an object type by their names. */
export function membersOf(node: ts.Node | undefined): ReadonlyMap<string, ts.PropertySignature> {
  const members = node && (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node)) ? [...node.members] : [];
  return new Map(members.filter(ts.isPropertySignature).map((member) => [nameOf(member), member]));
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isComputedPropertyName(name) ? name.getText() : name.text;
}

/** An interface of a file, or the type of an alias. */
export function declarationOf(file: ts.SourceFile, name: string): ts.InterfaceDeclaration | ts.TypeNode | undefined {
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name) return statement;
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name) return statement.type;
  }
  return undefined;
}

/** A type without `undefined`, and with a reference into `components` resolved. */
export function resolveType(file: ts.SourceFile, node: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (node && ts.isUnionTypeNode(node)) {
    const [first, ...others] = node.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
    return others.length > 0 ? node : resolveType(file, first);
  }
  const [, kind = '', name = ''] = /^components\["(\w+)"\]\["([^"]+)"\]$/.exec(node?.getText() ?? '') ?? [];
  if (!kind) return node;
  const components = membersOf(declarationOf(file, 'components'));
  return resolveType(file, membersOf(components.get(kind)?.type).get(name)?.type);
}

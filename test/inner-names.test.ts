import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { innerNames, shortNames } from '../build/inner-names'

// The build gives these properties other names. None may be one that somebody else knows.

const root = fileURLToPath(new URL('..', import.meta.url))
const inner = new Set<string>(innerNames)

/** Where names of the list are declared, if not in `src`; all names of properties; all strings that are values. */
const foreign: string[] = []
const properties = new Set<string>()
const strings = new Set<string>()

/** What a node calls a property by its name: `{ name }`, `a.name`, `name: 1`. */
function propertyName(node: ts.Node): ts.MemberName | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name
    return ts.isIdentifier(name) ? name : undefined
  }
  const isMember =
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node)
  return isMember && ts.isIdentifier(node.name) ? node.name : undefined
}

function visitAll(file: ts.SourceFile, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, walk)
  }
  walk(file)
}

beforeAll(() => {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const isOurs = (name: string): boolean =>
    name.startsWith(`${root}src/`) && !name.startsWith(`${root}src/cli/`)
  const program = ts.createProgram(fileNames.filter(isOurs), options)
  const checker = program.getTypeChecker()
  for (const file of program.getSourceFiles()) {
    if (!isOurs(file.fileName)) continue
    visitAll(file, (node) => {
      if (ts.isStringLiteral(node) && !ts.isLiteralTypeNode(node.parent)) strings.add(node.text)
      const name = propertyName(node)
      if (name) properties.add(name.text)
      if (!name || !inner.has(name.text)) return
      const type = ts.isBindingElement(node) && checker.getTypeAtLocation(node.parent)
      const symbol = type ? type.getProperty(name.text) : checker.getSymbolAtLocation(name)
      for (const { parent } of symbol?.declarations ?? []) {
        const { fileName } = parent.getSourceFile()
        if (!isOurs(fileName)) foreign.push(`${name.text} of ${fileName}`)
      }
    })
  }
}, 60_000)

test('no name is listed twice, and none becomes one there is already', () => {
  expect(innerNames).toHaveLength(inner.size)
  const used = shortNames.slice(0, innerNames.length)
  expect(used).toHaveLength(innerNames.length)
  expect(used.filter((name) => properties.has(name) && !inner.has(name))).toEqual([])
})

test('each is still in use', () => {
  expect(innerNames.filter((name) => !properties.has(name))).toEqual([])
})

test('none is a property of the language, of Node or of a library', () => {
  expect(foreign).toEqual([])
})

test('none is looked up by a string', () => {
  expect(innerNames.filter((name) => strings.has(name))).toEqual([])
})

test('none is in the declarations that users compile against', () => {
  const names = new Set<string>()
  for (const name of readdirSync(`${root}dist`)) {
    if (!name.endsWith('.d.ts')) continue
    const text = readFileSync(`${root}dist/${name}`, 'utf8')
    visitAll(ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true), (node) => {
      const property = propertyName(node)
      if (property) names.add(property.text)
    })
  }
  expect(names).toContain('maskMeans')
  expect(innerNames.filter((name) => names.has(name))).toEqual([])
})

import { cpus, loadavg, release, totalmem, type } from 'node:os'

/** Where and with what the numbers were made. */
export function describeRun({ command, opencv, native }) {
  const processors = cpus()
  return [
    `Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}.`,
    '',
    table(
      ['', ''],
      [
        ['machine', `${processors[0].model.trim()}, ${processors.length} cores`],
        ['memory', `${Math.round(totalmem() / 2 ** 30)} GB`],
        ['system', `${type()} ${release()}, ${process.arch}`],
        ['load before the run', loadavg()[0].toFixed(1)],
        ['Node', `${process.versions.node} (V8 ${process.versions.v8})`],
        ['opencv.js', `${opencv.version} (WebAssembly)`],
        ...(native ? [['native OpenCV', `${native.version}, one thread`]] : []),
      ],
    ),
  ].join('\n')
}

/** A Markdown table that also reads well as plain text: the first column to the left, others right. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, c) => Math.max(3, ...cells.map((row) => row[c].length)))
  const line = (row) =>
    `| ${row.map((s, c) => (c === 0 ? s.padEnd(widths[c]) : s.padStart(widths[c]))).join(' | ')} |`
  const rule = `|${widths.map((w, c) => (c === 0 ? `${'-'.repeat(w + 2)}` : `${'-'.repeat(w + 1)}:`)).join('|')}|`
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n')
}

/** Three significant digits are what a measurement is good for. */
export function ms(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function percent(share) {
  return `${(share * 100).toFixed(1)} %`
}

/** One row per cell. */
export function cellTable(rows) {
  const native = rows.some((row) => row.nativeMs !== undefined)
  return table(
    ['cell', 'missing', 'isophote ms', 'opencv.js ms', 'ratio', ...nativeHead(native), 'differing'],
    rows.map((row) => [
      row.name,
      percent(row.missing),
      ms(row.oursMs),
      ms(row.opencvMs),
      row.ratio.toFixed(2),
      ...(native ? nativeCells(row) : []),
      row.different,
    ]),
  )
}

function nativeCells({ nativeMs, nativeRatio }) {
  return nativeMs === undefined ? ['-', '-'] : [ms(nativeMs), nativeRatio.toFixed(2)]
}

function nativeHead(native) {
  return native ? ['native ms', 'native ratio'] : []
}

import { defineConfig, type Options } from 'tsup'
import { shortening } from './build/inner-names'
import { plainVariables } from './build/plain-variables'

type EsbuildOptions = Parameters<NonNullable<Options['esbuildOptions']>>[0]

// Inlines numeric constants. Left alone, esbuild makes them variables of the module, which V8 has
// to load and check for every pixel.
const inlining = (options: EsbuildOptions) => {
  options.minifySyntax = true
}

const shared = {
  target: 'es2022',
  plugins: [plainVariables],
  esbuildOptions: (options: EsbuildOptions) => {
    inlining(options)
    Object.assign(options, shortening)
  },
} satisfies Options

// Their order is that of the chunks they share, and worth 70 bytes of a gzipped core.
const doors = {
  fft: 'src/fft/index.ts',
  index: 'src/index.ts',
  'navier-stokes': 'src/navier-stokes/index.ts',
  edges: 'src/edges/index.ts',
  worker: 'src/worker/index.ts',
  'fill-transparent': 'src/fill-transparent/index.ts',
  core: 'src/core/index.ts',
  telea: 'src/telea/index.ts',
  biharmonic: 'src/biharmonic/index.ts',
  kriging: 'src/kriging/index.ts',
  ns: 'src/ns/index.ts',
  coherence: 'src/coherence/index.ts',
  exemplar: 'src/exemplar/index.ts',
  deconvolution: 'src/deconvolution/index.ts',
  harmonic: 'src/harmonic/index.ts',
}
const workerThread = { 'worker-thread': 'src/worker/worker-thread.ts' }

export default defineConfig([
  {
    ...shared,
    entry: { ...doors, 'worker-node': 'src/worker/index-node.ts' },
    format: ['esm', 'cjs'],
    // Here for all: `clean` would take away what another of these builds has written.
    dts: { entry: { ...doors, ...workerThread } },
    sourcemap: true,
    clean: true,
    splitting: true,
    esbuildOptions: (options, { format }) => {
      shared.esbuildOptions(options)
      // CommonJS has no `import.meta`, not even where it is never reached.
      if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': 'undefined' }
    },
  },
  {
    // What runs in a worker is one file without imports, so that it can be copied and served alone.
    ...shared,
    entry: { ...workerThread, 'worker-thread-node': 'src/worker/worker-thread-node.ts' },
    format: 'esm',
    sourcemap: true,
    splitting: false,
  },
  {
    // The command line carries its small libraries with it; only sharp is left to be installed.
    ...shared,
    // Other libraries' objects may have properties of any name, and their code is theirs.
    esbuildOptions: inlining,
    plugins: [],
    entry: { cli: 'src/cli/main.ts' },
    format: 'cjs',
    platform: 'node',
    noExternal: ['commander', 'cli-progress'],
    external: ['sharp'],
    banner: { js: '#!/usr/bin/env node' },
  },
])

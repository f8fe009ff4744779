import { defineConfig } from 'tsup'

const shared = {
  target: 'es2022',
  // Inlines numeric constants. Left alone, esbuild makes them variables of the module, which V8 has
  // to load and check for every pixel.
  esbuildOptions: (options: { minifySyntax?: boolean }) => {
    options.minifySyntax = true
  },
} as const

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      telea: 'src/telea/index.ts',
      'navier-stokes': 'src/navier-stokes/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: true,
    sourcemap: true,
    clean: true,
    splitting: true,
  },
  {
    // The command line carries its small libraries with it; only sharp is left to be installed.
    ...shared,
    entry: { cli: 'src/cli/main.ts' },
    format: 'cjs',
    platform: 'node',
    noExternal: ['commander', 'cli-progress'],
    external: ['sharp'],
    banner: { js: '#!/usr/bin/env node' },
  },
])

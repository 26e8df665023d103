// The types of both module systems are the same and stand once, in index.d.cts.
export * from './index.cjs'

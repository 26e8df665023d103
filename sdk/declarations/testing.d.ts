// The types of both module systems are the same and stand once, in testing.d.cts.
export * from './testing.cjs'

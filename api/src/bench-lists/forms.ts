/** Forms by how often EDGAR has them, roughly. */
export const FORMS: [form: string, weight: number][] = [
  ...([
    ['4', 350],
    ['8-K', 120],
    ['424B2', 60],
    ['SC 13G/A', 50],
    ['10-Q', 45],
    ['3', 40],
    ['497', 40],
  ] as [string, number][]),
  ...([
    ['6-K', 35],
    ['SC 13G', 35],
    ['424B3', 25],
    ['13F-HR', 25],
    ['10-K', 18],
    ['D', 18],
    ['S-8', 12],
  ] as [string, number][]),
  ...([
    ['4/A', 12],
    ['N-PORT-P', 12],
    ['DEF 14A', 12],
    ['SC 13D/A', 12],
    ['485BPOS', 10],
    ['5', 10],
  ] as [string, number][]),
  ...([
    ['10-K/A', 6],
    ['10-Q/A', 5],
    ['S-1', 5],
    ['8-K/A', 6],
    ['20-F', 3],
    ['15-12G', 3],
    ['SC 13D', 8],
  ] as [string, number][]),
  ...([
    ['NT 10-K', 3],
    ['25-NSE', 2],
    ['1-A', 1],
  ] as [string, number][]),
]

/**
 * Medians in milliseconds of 2026-11-26, by section and program, on a machine with a load of 1.3: with V8's compile cache
 * beside the bundles, the tree of the project file cached, and a separate host for `hello`.
 */
export const before: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Command start': { 'node -e 0': 58.1, 'cle --version': 65.0, 'dotenvx --version': 182.6 },
  'Start of the native host': { 'node -e 0': 21.9, 'host, nothing asked': 23.8, 'host, hello': 24.4 },
  'One apply': {
    'node -e 0': 61.3,
    'cle apply': 92.4,
    'dotenvx set': 234.7,
    'crudini --set': 35.8,
    'augtool set': 64.4,
    'yq -i': 87.7,
  },
  '1,000 targets': { floor: 1036.3, 'cle apply': 904.0 },
  'A large file': { 'cle apply, 1 KiB': 93.3, 'cle apply, 1 MiB': 280.7, 'cle apply, 10 MiB': 1691.4 },
  'A tree of 50,000 files': { 'grep -rliE': 178.1, 'cle init': 453.0 },
  'The content script in a page without a pop-up': {
    'a console, with the content script': 201.6,
    'another host, without': 192.6,
  },
  'From the pop-up to the receipt': {
    'pop-up inserted → sealed and stored': 25.2,
    'sealed → plan → receipt': 339.5,
    'of that, confirmed → receipt': 183.9,
  },
};

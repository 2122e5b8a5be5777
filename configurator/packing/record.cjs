// Preloaded into a program: when it ends, what V8 compiled of each pack by then is kept beside the pack.
const { writeFileSync } = require('node:fs');
const vm = require('node:vm');

/** @type {Map<string, vm.Script>} */
const packs = new Map();
vm.Script = class extends vm.Script {
  /**
   * @param {string} code
   * @param {{ filename: string }} options
   */
  constructor(code, options) {
    super(code, options);
    packs.set(options.filename, this);
  }
};

process.on('exit', () => {
  for (const [path, script] of packs) {
    writeFileSync(path.replace(/\.js$/, '.compiled'), script.createCachedData());
  }
});

'use strict';
// Runs the core's bundle under Node: a line "<limit ms> <request>" in, one line of JSON out, until standard input ends.
const fs = require('node:fs');
const vm = require('node:vm');

const TIME_IS_UP = 3;
const bundle = process.argv[2];
vm.runInThisContext(fs.readFileSync(bundle, 'utf8'), { filename: bundle });
if (typeof globalThis.MakebelieveEngine?.call !== 'function') throw new Error(`${bundle} defines no MakebelieveEngine.call`);

// Run through `vm` for its time limit: a call whose parent is gone must end by itself.
const script = new vm.Script('MakebelieveEngine.call(makebelieveRequest)');

function answer(line) {
  const space = line.indexOf(' ');
  globalThis.makebelieveRequest = line.slice(space + 1);
  try {
    return script.runInThisContext({ timeout: Number(line.slice(0, space)) });
  } catch (error) {
    if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') process.exit(TIME_IS_UP);
    console.error(String(error));
    process.exit(1);
  }
}

function write(text) {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(1, bytes, at);
}

write('ready\n');
const chunk = Buffer.allocUnsafe(1 << 16);
let parts = [];
for (;;) {
  const size = fs.readSync(0, chunk, 0, chunk.length, null);
  if (size === 0) break;
  let from = 0;
  for (let end = chunk.indexOf(10, from); end !== -1 && end < size; end = chunk.indexOf(10, from)) {
    parts.push(Buffer.from(chunk.subarray(from, end)));
    const line = Buffer.concat(parts).toString('utf8');
    parts = [];
    from = end + 1;
    write(`${answer(line)}\n`);
  }
  if (from < size) parts.push(Buffer.from(chunk.subarray(from, size)));
}

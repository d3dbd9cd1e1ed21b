// A bundle that behaves badly on demand, to test what hosts do about it.
globalThis.MakebelieveEngine = {
  calls: 0,
  call(request) {
    const args = JSON.parse(request);
    rough.calls += 1;
    if (args.op === 'echo') return JSON.stringify({ ok: true, result: { value: args.value, calls: rough.calls } });
    if (args.op === 'repeat') return JSON.stringify({ ok: true, result: { value: args.value.repeat(args.times) } });
    if (args.op === 'loop') for (;;);
    if (args.op === 'throw') throw new Error('outside the envelope');
    if (args.op === 'objects') {
      const kept = [];
      for (;;) kept.push({ at: kept.length, text: `row ${kept.length}` });
    }
    if (args.op === 'buffers') {
      const kept = [];
      for (;;) kept.push(new Int32Array(1 << 20).fill(kept.length + 1));
    }
    return JSON.stringify({ ok: false, error: { code: 'unknown_op', message: `no operation '${args.op}'`, path: 'op' } });
  },
};
const rough = globalThis.MakebelieveEngine;

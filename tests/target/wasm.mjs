// node wasm.mjs FILE.wasm: standard input is the text, standard output the result.
import fs from 'node:fs';

const text = fs.readFileSync(0);
let at = 0;
let memory;

const env = {
  read(to, n) {
    const piece = text.subarray(at, at + n);
    new Uint8Array(memory.buffer).set(piece, to);
    at += piece.length;
    return piece.length;
  },
  write(from, n) {
    fs.writeSync(1, new Uint8Array(memory.buffer, from, n));
  },
  exit(status) {
    process.exit(status);
  },
};

const module = new WebAssembly.Module(fs.readFileSync(process.argv[2]));
const known = WebAssembly.Module.imports(module).every((i) => i.module === 'env' && i.name in env);
if (!known) {
  console.error('imports more than read, write and exit');
  process.exit(3);
}
const instance = new WebAssembly.Instance(module, { env });
memory = instance.exports.memory;
try {
  instance.exports.run();
} catch (e) {
  // how a board says it: the stack ran over, or a trap of another kind
  fs.writeSync(1, 'fault\n');
  process.exit(99);
}

# WebAssembly: two pages of 64 KB, no imports but read, write and exit
ARCH  := wasm
CPU   := --target=wasm32
CELLS := 14336
RUN   := wasmrun

bench: all ## speed against `wc -w`, instructions per byte, time and memory from 1 MB to 1 GB (DATA: novels instead of our own texts)
	@PITH=$(B)/pith DATA="$(DATA)" sh tests/bench/bench.sh

.PHONY: bench

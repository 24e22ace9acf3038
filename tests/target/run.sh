#!/bin/sh
# run.sh DEVICE RUN PROGRAM [SYMBOLS REPORT]: runs a program on its emulator: standard input in, output out,
# its exit status. DEVICE is semi or uart, RUN the emulator as boards/NAME.mk says it (empty: none). With
# SYMBOLS (nm -n) it writes a profile to REPORT. TOOLS is where run, simrun and icount.so stand.
device=$1 run=$2 program=$3 symbols=$4 report=$5
here=$(dirname "$0")
plugin=${symbols:+-plugin $TOOLS/icount.so,symbols=$symbols,out=$report}

case $run in
simrun*)
    exec "$TOOLS/simrun" ${symbols:+-s "$symbols" -o "$report"} "${run#simrun }" "$program" ;;
wasmrun)
    exec "$TOOLS/run" node "$here/wasm.mjs" "$program" ;;
qemu-system-*)
    common="-display none -monitor none $plugin -kernel $program"
    semi="-serial none -semihosting-config enable=on,target=native"
    case $run,$device in
    *xtensa*) exec "$TOOLS/run" $run $semi $common ;;
    *,uart) exec "$TOOLS/run" -l $run -serial stdio $common ;;
    *m68k*) exec "$TOOLS/run" -e $run $semi $common ;;
    *) exec "$TOOLS/run" $run $semi $common ;;
    esac ;;
*)
    exec "$TOOLS/run" $run $plugin "$program" ;;
esac

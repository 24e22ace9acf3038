# awk [-v profile=NAME] -f table.awk budget.tsv: a table of the README, of the profile `kept` or another.
BEGIN {
    FS = "\t"
    split("microbit Cortex-M0 stm32vldiscovery Cortex-M3 lm3s6965evb Cortex-M3 netduinoplus2 Cortex-M4 " \
          "mps2-an500 Cortex-M7 mps2-an505 Cortex-M33 sifive_e RV32IMAC virt RV32IMC mcf5208evb ColdFire " \
          "lx106 Xtensa atmega1284p AVR atmega2560 AVR", word, " ")
    for (i = 1; i in word; i += 2) { order[++n] = word[i]; core[word[i]] = word[i + 1] }
    printf "%-16s %-10s %6s %6s %6s %6s %6s %9s %8s\n", "board", "core", "code", "tables", "state", "work", "stack", "per byte", "longest"
}
FNR > 1 && $2 == (profile ? profile : "kept") {
    if (!($1 in core)) order[++n] = $1
    row[$1] = sprintf("%-16s %-10s %6d %6d %6d %6d %6d %8.0f%s %8d", $1, core[$1], $3, $4, $5, $6, $7, $10, $1 ~ /^atmega/ ? "c" : "i", $11)
}
END { for (i = 1; i <= n; i++) if (order[i] in row) print row[order[i]] }

# awk -f layers.awk FILES: the includes of core/ and port/ go downwards. A header of the core says its layer in its
# first comment ("Layer 2."); NAME.c stands where NAME.h does, or else as high as what it includes.
#   - a file includes its own layer or lower ones, and no circle of headers exists
#   - the core takes nothing from outside but four headers of C, and nothing of port/ or of a language (model/)
#   - a header without a layer belongs to the one file of that name (word_tab.h to word.c)
#   - ports know of the core its public header alone
function complain(what) { print what; bad++ }
function base(path) { sub(/.*\//, "", path); return path }

FNR == 1 { seen[FILENAME] = 1; short[FILENAME] = base(FILENAME); comment = 1 }
comment && match($0, /Layer [0-9]/) && FILENAME ~ /^core\/[^\/]*\.h$/ { layer[short[FILENAME]] = substr($0, RSTART + 6, 1) }
/\*\// { comment = 0 }
/^#include/ { if ($2 != "PITH_CONFIG") { includes[FILENAME, ++count[FILENAME]] = $2 } }

function name_of(inc) { gsub(/["<>]/, "", inc); return inc }

# 0 while everything that h includes is known to be free of circles
function circular(h, path,    i, inc, f) {
    if (index(path, " " h " ")) return 1
    f = "core/" h
    for (i = 1; i <= count[f]; i++) {
        inc = name_of(includes[f, i])
        if (("core/" inc) in seen && circular(inc, path h " ")) return 1
    }
    return 0
}

function height(file,    h, i, inc, top) {
    h = base(file)
    sub(/\.c$/, ".h", h)
    if (h in layer) return layer[h]
    for (i = 1; i <= count[file]; i++) {
        inc = name_of(includes[file, i])
        if (inc in layer && layer[inc] > top) top = layer[inc]
    }
    return top + 0
}

function check_core(file,    i, raw, inc, own) {
    own = base(file)
    sub(/\.[ch]$/, "", own)
    for (i = 1; i <= count[file]; i++) {
        raw = includes[file, i]
        inc = name_of(raw)
        if (raw ~ /^</) {
            if (inc !~ /^(stddef|stdint|string|limits)\.h$/) complain(file ": includes " raw)
        } else if (inc == "pith.h" || (inc in layer)) {
            if (inc in layer && layer[inc] > height(file)) complain(file ": layer " height(file) " includes " inc ", layer " layer[inc])
        } else if (!(("core/" inc) in seen)) {
            complain(file ": includes " inc ", which is not of the core")
        } else if (inc != own "_tab.h") {
            complain(file ": includes " inc ", which says no layer and is not its own table")
        }
    }
    if (own == "pith" && file ~ /h$/)
        for (i = 1; i <= count[file]; i++) if (includes[file, i] !~ /^</) complain(file ": the public header includes " includes[file, i])
}

function check_model(file,    i, inc) {
    for (i = 1; i <= count[file]; i++) {
        inc = name_of(includes[file, i])
        if (!(("core/" inc) in seen) && !(("core/model/" inc) in seen)) complain(file ": includes " inc)
    }
}

function check_port(file,    i, inc) {
    for (i = 1; i <= count[file]; i++) {
        inc = name_of(includes[file, i])
        if (inc != "pith.h" && (("core/" inc) in seen || ("core/model/" inc) in seen)) complain(file ": a port includes " inc)
    }
}

END {
    for (f in seen) {
        n++
        if (f ~ /^core\/model\//) check_model(f)
        else if (f ~ /^core\//) check_core(f)
        else check_port(f)
        if (f ~ /^core\/.*h$/ && circular(base(f), " ")) complain(f ": includes itself by way of others")
    }
    if (bad) exit 1
    print "layers: " n " files ok"
}

# awk -f stack.awk [-v root=NAME] [-v plain=N] [-v call=N] [-v calls=FROM:TO,...] SYMBOLS FILES... DISASSEMBLY
#
# The worst case of the stack, in bytes, from the call graph: of root, or of every function of the API, deepest
# last, as "NAME BYTES CALLER>CALLEE>...". Recursion, frames of unknown size and indirect calls to who knows
# where are failures.
#
# SYMBOLS is `objdump -t`, DISASSEMBLY `objdump -d --no-show-raw-insn` of the linked program; FILES are the
# compiler's .su (frames) and .ci (calls through registers). plain: bytes that a call adds to a function without .su
# (AVR counts the return address in .su); call: bytes that every call adds (m68k); calls: what pointers lead to.
#
# A function is known by its address; to the compiler's files by "name", or "file.c:name" when it is static.

function last_part(path) { sub(/.*\//, "", path); return path }
function plain_name(n) { sub(/\.(constprop|isra|part|cold).*/, "", n); return n }
function number_of(hex) { sub(/^0x/, "", hex); sub(/^0+/, "", hex); return hex == "" ? "0" : hex }

FILENAME ~ /\.su$/ {
    split($0, f, "\t")
    n = split(f[1], p, ":")
    key = last_part(p[1]) ":" p[n]
    if (f[2] + 0 > frame[key] + 0) frame[key] = f[2]
    frame[p[n]] = f[2]
    if (f[3] == "dynamic") dynamic[key] = dynamic[p[n]] = 1
    next
}

FILENAME ~ /\.ci$/ {
    if ($1 == "edge:") {
        split($0, q, "\"")
        from = last_part(q[2])
        gsub(/\$/, ".", from)
        if (q[4] == "__indirect_call") indirect[from] = 1
        else compiler[from] = compiler[from] " " last_part(q[4])
    }
    next
}

FILENAME ~ /symbols$/ {
    if ($0 ~ / df \*ABS\*/) file = $NF
    else if ($0 ~ /[ \t]\.text\t/ && $0 !~ / O \.text\t/ && $NF !~ /^[.$]/) {
        a = number_of($1)
        name[a] = $NF
        key_of[a] = $2 == "l" ? file ":" $NF : $NF
        address[key_of[a]] = a
    }
    next
}

/^[0-9a-f]+ <.*>:$/ {
    a = number_of($1)
    current = a in name ? a : ""
    next
}

current != "" && /^ *[0-9a-f]+:/ {
    op = $2
    guess(current, op)
    if (match($0, /(0x)?[0-9a-f]+ <[^>+]*>/)) {
        to = substr($0, RSTART, RLENGTH)
        sub(/ .*/, "", to)
        to = number_of(to)
        if (to in name && (to != current || op ~ /^(bl|call|rcall|jal|jsr|bsr[bswl]*|call0)$/)) edge(current, to)
    } else if (op ~ /^(icall|eicall)$/) {
        indirect[key_of[current]] = 1
    }
}

# Between the code there are bytes that align it, which the disassembler may take for a call: one of a function of the core
# counts if the compiler knows of it, or knows nothing of who calls.
function edge(from, to,    k) {
    k = key_of[from]
    if (key_of[to] ~ /^pi(th)?_/ && compiler[k] != "" && index(compiler[k] " ", " " key_of[to] " ") == 0) return
    note_edge(from, to)
}
function note_edge(from, to) { if (!((from, to) in has)) { has[from, to] = 1; edges[from] = edges[from] " " to } }

# The frame of a function that no compiler told about, from what it pushes.
function guess(f, op,    text, list, n, i, k, r) {
    text = $0
    if (op == "push" && match(text, /\{.*\}/)) {
        n = split(substr(text, RSTART + 1, RLENGTH - 2), list, ",")
        for (i = 1; i <= n; i++) {
            k = split(list[i], r, "-")
            gsub(/[^0-9]/, "", r[1])
            gsub(/[^0-9]/, "", r[2])
            guessed[f] += 4 * (k == 2 ? r[2] - r[1] + 1 : 1)
        }
    } else if (op == "push") {
        guessed[f]++
    } else if (op ~ /^sub/ && $3 ~ /^sp/ && match(text, /#[0-9]+/)) {
        guessed[f] += substr(text, RSTART + 1, RLENGTH - 1)
    } else if (op ~ /^addi?$/ && match(text, /(sp,sp|a1, a1), ?-[0-9]+/)) {
        sub(/.*-/, "", text)
        guessed[f] += text + 0
    }
}

function own(f,    k) {
    k = key_of[f]
    if (k in frame) return frame[k]
    k = plain_name(k)
    return k in frame ? frame[k] : guessed[f] + plain
}

# Where a function may go: by the linked code, and by the compiler's word for calls through registers.
function callees(f,    k, list, n, i, all) {
    k = key_of[f]
    n = split(compiler[k], list, " ")
    all = edges[f]
    for (i = 1; i <= n; i++) if (list[i] in address) all = all " " address[list[i]]
    return all
}

function deepest(f, above,    list, n, i, t, best, way) {
    if (f in worst) return worst[f]
    if (index(above, ">" f ">") && name[f] ~ /^__/) return 0 # a loop across labels of libgcc's assembler
    if (index(above, ">" f ">")) { print "recursion: " name[f]; bad = 1; return 0 }
    if (key_of[f] in dynamic) { print "frame of unknown size: " name[f]; bad = 1 }
    if (key_of[f] in indirect && !(name[f] in given)) { print "indirect call in " name[f]; bad = 1 }
    n = split(callees(f), list, " ")
    for (i = 1; i <= n; i++) {
        t = deepest(list[i], above f ">") + call
        if (t > best) { best = t; way = list[i] }
    }
    path[f] = name[f] (way ? ">" path[way] : "")
    return worst[f] = own(f) + best
}

END {
    n = split(calls, pair, ",")
    for (i = 1; i <= n; i++) {
        split(pair[i], ft, ":")
        given[ft[1]] = 1
        edge(address[ft[1]], address[ft[2]])
    }
    if (root) {
        a = address[root]
        print root, deepest(a, ">"), path[a]
        exit bad
    }
    for (a in name)
        if (name[a] ~ /^pith_/ && name[a] !~ /^pith_(io|utf8|wrap)_/ && frame[name[a]]) print name[a], deepest(a, ">"), path[a] | "sort -k2n"
    close("sort -k2n")
    exit bad
}

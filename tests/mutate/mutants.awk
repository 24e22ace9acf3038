# mutants.awk FILE.c: places where the program may be changed, one a line: line TAB column TAB length TAB what stands there
# instead. Comments, strings, directives, enumerations and types are left alone; so is what a compiler may not take.
function emit(at, len, with) { printf "%d\t%d\t%d\t%s\n", NR, at, len, with }

function look(text, base,    at, rest, op, n) {
    rest = text
    at = base
    while (match(rest, /==|!=|<=|>=|&&|\|\||->|<<|>>|\+\+|--|[-+]=|[-+<>]|[0-9]+/)) {
        op = substr(rest, RSTART, RLENGTH)
        n = at + RSTART
        before = substr(rest, RSTART - 1, 1)
        after = substr(rest, RSTART + RLENGTH, 1)
        if (op == "==") emit(n, 2, "!=")
        else if (op == "!=") emit(n, 2, "==")
        else if (op == "<=") { emit(n, 2, "<"); emit(n, 2, ">") }
        else if (op == ">=") { emit(n, 2, ">"); emit(n, 2, "<") }
        else if (op == "<") { emit(n, 1, "<="); emit(n, 1, ">") }
        else if (op == ">") { emit(n, 1, ">="); emit(n, 1, "<") }
        else if (op == "&&") emit(n, 2, "||")
        else if (op == "||") emit(n, 2, "&&")
        else if (op == "++") emit(n, 2, "--")
        else if (op == "--") emit(n, 2, "++")
        else if (op == "+=") emit(n, 2, "-=")
        else if (op == "-=") emit(n, 2, "+=")
        else if (op == "+" && before == " " && after == " ") emit(n, 1, "-")
        else if (op == "-" && before == " " && after == " ") emit(n, 1, "+")
        else if (op ~ /^[0-9]/ && before !~ /[A-Za-z_0-9.(]/ && after !~ /[A-Za-z_0-9.)]/) emit(n, length(op), op + 1)
        at += RSTART + RLENGTH - 1
        rest = substr(rest, RSTART + RLENGTH)
    }
}

{
    line = $0
    # What is inside comments and strings becomes blanks; columns stay.
    out = ""
    while (line != "") {
        if (comment) {
            if ((k = index(line, "*/")) == 0) { out = out sprintf("%" length(line) "s", ""); line = "" }
            else { out = out sprintf("%" (k + 1) "s", ""); line = substr(line, k + 2); comment = 0 }
        } else if (match(line, /\/\*|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'/)) {
            piece = substr(line, RSTART, RLENGTH)
            out = out substr(line, 1, RSTART - 1) sprintf("%" RLENGTH "s", "")
            line = substr(line, RSTART + RLENGTH)
            comment = piece == "/*"
        } else {
            out = out line
            line = ""
        }
    }
}
out ~ /^[ \t]*#/ { next }
out ~ /^(enum|typedef|struct|union)/ { if (out !~ /;[ ]*$/) skip = 1; next }
skip { if (out ~ /^}/ || out ~ /;[ ]*$/ && out ~ /}/) skip = 0; next }
out ~ /static const/ && out ~ /{/ { if (out !~ /;[ ]*$/) data = 1; next }
data { if (out ~ /};/) data = 0; next }
out !~ /^[ \t]/ { next } # signatures
{
    look(out, 0)
    # A statement of its own that is no declaration is left out.
    if (out ~ /^[ ]+[a-z][A-Za-z0-9_>.\[\]-]*( = | [-+|&^]= |\(|(\+\+|--);)/ && out ~ /;[ ]*$/ && out !~ /^[ ]+(return|break|continue|goto|if|for|while|do|else|switch|case)[ ;(]/) {
        match(out, /[^ ]/)
        emit(RSTART, length(out) - RSTART + 1, ";")
    }
}

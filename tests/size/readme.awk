# awk -v table=COMMAND -f readme.awk README.md: puts the output of the command into the block that names it.
{ if (!skip || /^```$/) print }
/^```$/ && named { named = 0; skip = 1; while ((table | getline line) > 0) print line; next }
/^```$/ { skip = 0 }
index($0, "<!-- run: " table " -->") { named = 1 }

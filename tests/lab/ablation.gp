# gnuplot: quality against bytes of the scorer, bytes of the work area, and the threshold.
set terminal svg size 900,300 font "sans-serif,11"
set output out
set datafile separator "\t"
set grid
set key bottom right
set multiplot layout 1,3
set ylabel "ROUGE-1"
set format y "%.1f"
pick(part) = "< awk -F'\\t' '$1 == \"".part."\"' ".data
set xlabel "KB of the scorer"
set logscale x 2
set xrange [0.5:16]
plot pick("tables") using ($3 / 1024):4 with linespoints pt 7 ps 0.5 title "news"
set xlabel "KB of the work area"
set xtics 4
set xrange [1:2048]
kb(part) = "< awk -F'\\t' '$1 == \"".part."\" { print ($2 == \"1M\" ? 1024 : $2 + 0) \"\\t\" $4 }' ".data
plot kb("news") using 1:2 with linespoints pt 7 ps 0.5 title "news", \
     kb("stories") using 1:2 with linespoints pt 5 ps 0.5 title "stories"
unset logscale x
set xtics 2
set xlabel "sentences (by the threshold)"
set xrange [*:*]
plot pick("threshold") using 7:4 with linespoints pt 7 ps 0.5 title "news"
unset multiplot

#include "help.h"

#include "options.h"

static const char before[] =
    "Usage: pith [OPTION]... [FILE]...\n"
    "Prints the sentences of each FILE that say most, in their order. Without FILE,\n"
    "or with -, reads standard input. Text is UTF-8, or UTF-16 with its mark.\n"
    "\n"
    "How much (the limit that is reached first ends the summary; without any it gets\n"
    "the length that the text deserves, two to four sentences as a rule):\n"
    "  -n, --sentences-max N    at most N sentences\n"
    "  -w, --words N            at most N words\n"
    "  -b, --bytes N            at most N bytes, line ends between sentences included\n"
    "  -p, --percent P          at most P percent of the text\n"
    "  -d, --display COLSxROWS  what a display of so many characters shows\n"
    "\n"
    "Of what:\n"
    "  -q, --query WORDS        prefer sentences with these words, in any inflection\n"
    "      --from OFFSET        only what begins at this byte of the text or after it\n"
    "      --to OFFSET          only what ends at or before this byte\n"
    "\n"
    "What to print:\n"
    "  -k, --keywords [N]       N keywords (default 10) in place of the summary, or\n"
    "                           after it when a limit is given too\n"
    "      --sentences          each sentence as it is found: offset, length, score\n"
    "      --mentions           each name, date, sum, number as it is found: offset,\n"
    "                           length, kind, number of its entity, text, value\n"
    "      --entities           who and what is named: kind, name, mentions, offset\n"
    "                           of the first, other forms; then dates and numbers;\n"
    "                           after a summary when a limit is given too\n"
    "      --expand             a person's first surname in the summary is completed:\n"
    "                           [Ken] McCallum\n"
    "      --kinds LIST         of these only some of person,place,org,group,misc,\n"
    "                           date,time,money,percent,number\n"
    "      --mark               the whole text, the chosen sentences bold or in **\n"
    "      --json               one object for each FILE\n"
    "      --jsonl              each input line {\"id\",\"text\"} gives an output line\n"
    "                           {\"id\",\"summary\"}; either with \"mentions\" and\n"
    "                           \"entities\" when these options are given too\n"
    "\n"
    "  -m, --memory SIZE        work area in bytes, or with K or M (at least ";
static const char after[] =
    ",\n"
    "                           default 64K): more serves long texts better\n"
    "      --stats              counts, losses, time and speed on standard error\n"
    "  -h, --help               this text\n"
    "  -V, --version            the version\n"
    "\n"
    "Exit status: 0; 1 when a file could not be read or the output not be written;\n"
    "2 for a wrong option. 'man pith' says more.\n";

void help_print(output *out)
{
    output_text(out, before);
    output_number(out, MEMORY_MIN);
    output_text(out, after);
}

#include "options.h"

#include "message.h"

#include <stdio.h>
#include <string.h>

/* What a value must be. */
enum kind { NONE, NUMBER, SIZE, PERCENT, DISPLAY, WORDS, MAYBE };

typedef struct {
    char letter;
    const char *name;
    enum kind kind;
    uint32_t min, max;
    const char *want; /* completes "give ..." */
} option;

/* Long options without a letter are known by a sign that no option can have. */
enum { FROM = 1, TO, SENTENCES, MENTIONS, ENTITIES, LIST, EXPAND, MARK, JSON, JSONL, STATS };

static const option table[] = {
    { 'n', "sentences-max", NUMBER, 1, 65535, "a number of sentences from 1 to 65535" },
    { 'w', "words", NUMBER, 1, UINT32_MAX, "a number of words from 1 to 4294967295" },
    { 'b', "bytes", SIZE, 1, UINT32_MAX, "a number of bytes from 1 to 4294967295, or one with K or M" },
    { 'p', "percent", PERCENT, 1, 100, "a percentage from 1 to 100" },
    { 'd', "display", DISPLAY, 1, 65535, "columns and rows such as 40x6" },
    { 'm', "memory", SIZE, MEMORY_MIN, UINT32_MAX, "a work area in bytes, or with K or M such as 64K" },
    { 'q', "query", WORDS, 0, 0, "words such as 'price of bread'" },
    { 'k', "keywords", MAYBE, 1, KEYWORDS_MAX, "a number of keywords from 1 to 32, or none" },
    { FROM, "from", NUMBER, 0, UINT32_MAX, "an offset in bytes from 0 to 4294967295" },
    { TO, "to", NUMBER, 1, UINT32_MAX, "an offset in bytes from 1 to 4294967295" },
    { SENTENCES, "sentences", NONE, 0, 0, "-n for a number of sentences" },
    { MENTIONS, "mentions", NONE, 0, 0, "it alone" },
    { ENTITIES, "entities", NONE, 0, 0, "it alone" },
    { LIST, "kinds", WORDS, 0, 0, "one or more of person,place,org,group,misc,date,time,money,percent,number" },
    { EXPAND, "expand", NONE, 0, 0, "it alone" },
    { MARK, "mark", NONE, 0, 0, "it alone" },
    { JSON, "json", NONE, 0, 0, "it alone" },
    { JSONL, "jsonl", NONE, 0, 0, "it alone" },
    { STATS, "stats", NONE, 0, 0, "it alone" },
    { 'h', "help", NONE, 0, 0, "it alone" },
    { 'V', "version", NONE, 0, 0, "it alone" },
};

enum { OPTIONS = sizeof table / sizeof table[0] };

typedef struct {
    options *o;
    int budget;        /* a budget option was given */
    const char *mode;  /* the option that set the mode, or null */
    const char *limit; /* a budget option, for messages */
    int expand;        /* --expand was given */
    const char *names; /* --mentions or --entities, the last one given */
    const char *first; /* of it and the option that set the mode that given first */
    int failed;
} reader;

static int digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads decimal digits; *s moves behind them. Returns 0 without a digit or above `max`. */
static int number(const char **s, uint32_t max, uint32_t *value)
{
    uint64_t n = 0;

    if (!digit(**s))
        return 0;
    for (; digit(**s); ++*s)
        if ((n = n * 10 + (uint64_t)(**s - '0')) > max)
            return 0;
    *value = (uint32_t)n;
    return 1;
}

/* Reads a value as its option wants it. Returns 0 when it is none. */
static int value(const option *opt, const char *s, uint32_t *n, uint32_t *rows)
{
    if (!number(&s, opt->max, n))
        return 0;
    if (opt->kind == SIZE && strchr("kKmM", *s) && *s) {
        unsigned shift = *s == 'k' || *s == 'K' ? 10 : 20;
        if (*n > opt->max >> shift)
            return 0;
        *n <<= shift;
        s++;
    }
    if (opt->kind == PERCENT && *s == '%')
        s++;
    if (opt->kind == DISPLAY) {
        if (*s != 'x' && *s != 'X')
            return 0;
        s++;
        if (!number(&s, opt->max, rows) || *rows < opt->min)
            return 0;
    }
    return *s == 0 && *n >= opt->min;
}

static void set_mode(reader *r, const option *opt, enum mode mode)
{
    if (r->o->mode == MODE_HELP || r->o->mode == MODE_VERSION)
        return;
    if (r->mode && r->o->mode != mode && mode != MODE_HELP && mode != MODE_VERSION) {
        say(NULL, "--%s and --%s do not go together; give one of them", r->mode, opt->name);
        r->failed = 1;
    }
    r->first = r->first ? r->first : opt->name;
    r->mode = opt->name;
    r->o->mode = mode;
}

/* With --json or --jsonl they are members of an object, else modes of their own. */
static void set_names(reader *r, const option *opt, int what)
{
    r->o->names |= what;
    r->first = r->first ? r->first : opt->name;
    r->names = opt->name;
}

static void set(reader *r, const option *opt, const char *text, uint32_t n, uint32_t rows)
{
    options *o = r->o;

    if (strchr("nwbpd", opt->letter)) {
        r->budget = 1;
        r->limit = opt->name;
    }
    switch (opt->letter) {
    case 'n': o->budget.sentences = (uint16_t)n; break;
    case 'w': o->budget.words = n; break;
    case 'b': o->budget.bytes = n; break;
    case 'p': o->budget.percent = (uint8_t)n; break;
    case 'd':
        o->columns = (uint16_t)n;
        o->budget.rows = (uint16_t)rows;
        break;
    case 'm': o->memory = n < MEMORY_MAX ? n : MEMORY_MAX; break;
    case 'q': o->query = text; break;
    case 'k': o->keywords = text ? n : KEYWORDS_DEFAULT; break;
    case FROM: o->budget.from = n; break;
    case TO: o->budget.to = n; break;
    case SENTENCES: set_mode(r, opt, MODE_SENTENCES); break;
    case MENTIONS: set_names(r, opt, NAMES_MENTIONS); break;
    case ENTITIES: set_names(r, opt, NAMES_ENTITIES); break;
    case EXPAND: r->expand = 1; break;
    case LIST: o->kinds = names_kinds(text); break;
    case MARK: set_mode(r, opt, MODE_MARK); break;
    case JSON: set_mode(r, opt, MODE_JSON); break;
    case JSONL: set_mode(r, opt, MODE_JSONL); break;
    case STATS: o->stats = 1; break;
    case 'h': set_mode(r, opt, MODE_HELP); break;
    default: set_mode(r, opt, MODE_VERSION); break;
    }
}

/* Checks the value of an option and takes it. `as` is the option as it was written. */
static int take(reader *r, const option *opt, const char *as, int n_as, const char *text)
{
    uint32_t n = 0, rows = 0;
    int good = text || opt->kind == NONE || opt->kind == MAYBE;

    if (good && text)
        good = opt->letter == LIST ? names_kinds(text) != 0
             : opt->kind == WORDS  ? text[strspn(text, " \t\n")] != 0
                                   : value(opt, text, &n, &rows);
    if (!good) {
        char least[32] = "";

        if (opt->letter == 'm')
            snprintf(least, sizeof least, "; the smallest is %d", (int)MEMORY_MIN);
        if (text)
            say(NULL, "%.*s '%s': give %s%s", n_as, as, text, opt->want, least);
        else
            say(NULL, "%.*s needs a value: give %s%s", n_as, as, opt->want, least);
        return -1;
    }
    set(r, opt, text, n, rows);
    return r->failed ? -1 : 0;
}

/* A file named by digits alone could be meant; the manual says to write ./5 then. */
static int all_digits(const char *s)
{
    return s && digit(*s) && s[strspn(s, "0123456789")] == 0;
}

/* Names the option that begins most like it, of such the shortest. */
static void unknown(const char *name, size_t n)
{
    const option *near = NULL;
    size_t best = 0, k;
    int i;

    for (i = 0; i < OPTIONS; i++) {
        const char *other = table[i].name;

        for (k = 0; k < n && other[k] == name[k]; k++) {
        }
        if (k > best || (near && k == best && strlen(other) < strlen(near->name))) {
            best = k;
            near = &table[i];
        }
    }
    if (best >= 3 || (best == 2 && n == 2))
        say(NULL, "unknown option --%.*s: did you mean --%s?", (int)n, name, near->name);
    else
        say(NULL, "unknown option --%.*s: 'pith --help' lists them", (int)n, name);
}

/* Reads argv[i], which begins with "--" and has more. Returns the index of the last argument used, or -1. */
static int read_long(reader *r, int argc, char **argv, int i)
{
    const char *name = argv[i] + 2, *end = strchr(name, '='), *text = end ? end + 1 : NULL;
    size_t n = end ? (size_t)(end - name) : strlen(name);
    const option *opt = NULL;
    int k;

    for (k = 0; k < OPTIONS; k++)
        if (strlen(table[k].name) == n && memcmp(table[k].name, name, n) == 0)
            opt = &table[k];
    if (!opt) {
        unknown(name, n);
        return -1;
    }
    if (opt->kind == NONE && text) {
        say(NULL, "--%s takes no value: give %s", opt->name, opt->want);
        return -1;
    }
    if (!text && i + 1 < argc && opt->kind != NONE && (opt->kind != MAYBE || all_digits(argv[i + 1])))
        text = argv[++i];
    return take(r, opt, name - 2, (int)n + 2, text) < 0 ? -1 : i;
}

/* Reads argv[i], letters after one "-". Returns as read_long. */
static int read_short(reader *r, int argc, char **argv, int i)
{
    const char *s;

    for (s = argv[i] + 1; *s; s++) {
        const option *opt = NULL;
        const char *text = NULL;
        char as[3] = { '-', *s, 0 };
        int k, last = 0;

        for (k = 0; k < OPTIONS; k++)
            if (table[k].letter == *s && *s > STATS)
                opt = &table[k];
        if (!opt) {
            say(NULL, "unknown option -%c: 'pith --help' lists them", *s);
            return -1;
        }
        if (opt->kind != NONE && s[1] && (opt->kind != MAYBE || digit(s[1]))) {
            text = s + 1;
            last = 1;
        } else if (opt->kind != NONE && !s[1] && i + 1 < argc &&
                   (opt->kind != MAYBE || all_digits(argv[i + 1]))) {
            text = argv[++i];
            last = 1;
        }
        if (take(r, opt, as, 2, text) < 0)
            return -1;
        if (last)
            break;
    }
    return i;
}

static int settle_names(reader *r)
{
    options *o = r->o;

    if (!o->names) {
        if (o->kinds)
            say(NULL, "--kinds is for --mentions and --entities: give one of them");
        return o->kinds ? -1 : 0;
    }
    if (!o->kinds)
        o->kinds = ~(uint32_t)0;
    if (o->mode == MODE_JSON || o->mode == MODE_JSONL)
        return 0;
    if (r->mode || o->names == (NAMES_MENTIONS | NAMES_ENTITIES)) {
        const char *other = !r->mode ? r->names : r->first == r->mode ? r->names : r->mode;

        say(NULL, "--%s and --%s do not go together; give one of them", r->first, other);
        return -1;
    }
    o->mode = o->names == NAMES_MENTIONS ? MODE_MENTIONS : MODE_ENTITIES;
    return 0;
}

/* Refuses what would have no effect, and fills in the defaults. */
static int settle(reader *r)
{
    options *o = r->o;
    const pith_budget *b = &o->budget;

    if (o->mode == MODE_HELP || o->mode == MODE_VERSION)
        return 0;
    if (settle_names(r) < 0)
        return -1;
    if (b->to && b->from >= b->to) {
        say(NULL, "--from %lu is not before --to %lu: give a smaller offset first", (unsigned long)b->from,
            (unsigned long)b->to);
        return -1;
    }
    if (o->mode == MODE_SENTENCES && (r->budget || o->keywords)) {
        say(NULL, "--sentences lists every sentence: leave out --%s", r->budget ? r->limit : "keywords");
        return -1;
    }
    if (o->mode == MODE_MENTIONS && (r->budget || o->keywords || o->query)) {
        say(NULL, "--mentions lists every name: leave out --%s", r->budget ? r->limit : o->query ? "query" : "keywords");
        return -1;
    }
    if (o->names & NAMES_ENTITIES && (b->from || b->to || (o->mode == MODE_ENTITIES && (o->keywords || (o->query && !r->budget))))) {
        say(NULL, "--entities takes the whole text: leave out --%s",
            b->from ? "from" : b->to ? "to" : o->keywords ? "keywords" : "query");
        return -1;
    }
    if (o->mode == MODE_MARK && o->keywords) {
        say(NULL, "--mark prints the text: leave out --keywords");
        return -1;
    }
    if (r->expand && (o->mode == MODE_SENTENCES || o->mode == MODE_MENTIONS || o->mode == MODE_MARK)) {
        say(NULL, "--expand is for a summary: leave out --%s", r->mode ? r->mode : r->names);
        return -1;
    }
    if (r->expand && ((o->mode == MODE_ENTITIES && !r->budget)
                      || (o->mode != MODE_ENTITIES && o->keywords && !r->budget && o->mode != MODE_JSON))) {
        say(NULL, "--expand is for a summary: give a limit such as -n 3");
        return -1;
    }
    if (r->expand) {
        o->kinds = o->names ? o->kinds : (uint32_t)1;
        o->names |= NAMES_EXPAND;
    }
    o->summary = r->budget || (!o->keywords && o->mode != MODE_ENTITIES) || o->mode == MODE_JSON;
    if (o->mode == MODE_JSON && !o->keywords)
        o->keywords = KEYWORDS_DEFAULT;
    return 0;
}

int options_read(options *o, int argc, char **argv)
{
    static char standard_input[] = "-";
    static char *none[] = { standard_input };
    reader r;
    int i;

    memset(o, 0, sizeof *o);
    memset(&r, 0, sizeof r);
    r.o = o;
    o->memory = MEMORY_DEFAULT;
    o->files = argv;
    for (i = 1; i < argc; i++) {
        char *arg = argv[i];
        if (arg[0] != '-' || arg[1] == 0) {
            o->files[o->nfiles++] = arg;
        } else if (strcmp(arg, "--") == 0) {
            while (++i < argc)
                o->files[o->nfiles++] = argv[i];
        } else {
            i = arg[1] == '-' ? read_long(&r, argc, argv, i) : read_short(&r, argc, argv, i);
            if (i < 0)
                return -1;
        }
    }
    if (o->nfiles == 0) {
        o->files = none;
        o->nfiles = 1;
    }
    return settle(&r);
}

/* Quantities by rules: dates, times, sums of money, percentages, numbers with their units. Layer 3.
 *
 * Tokens are cut into atoms: runs of digits, runs of letters, signs. Atoms that the model's word table knows, and digits,
 * stand in a window until a word comes that is no part of any quantity; then the model's rules are tried at each atom, the
 * longest match wins, and of equal ones the earlier rule. What a month, a year or a number phrase ("two and a half million")
 * is stands in quant_item.c and quant_num.c for all languages; words and the order of parts stand in the model.
 *
 * Work: a word that no quantity has, about 50 instructions on a Cortex-M0; each atom that a rule may begin with, about
 * 1,500. A call of pi_quant_fetch tries the rules at up to PI_QUANT_ATOMS atoms. */
#ifndef PI_QUANT_H
#define PI_QUANT_H

#include "pith.h"
#include "word.h"

enum {
    PI_QUANT_ATOMS = 16,  /* a longer run is cut: what begins in its first half is found first */
    PI_QUANT_TOKEN = 8,   /* atoms of a token; a token of more is none of a quantity */
    PI_QUANT_BITS = 9     /* top bits of the hash that choose the part of the word table */
};

/* Classes of atoms: what a word of the table is. An atom has at most two. The value, of 10 bits, follows. */
enum {
    PI_Q_NONE,
    PI_Q_CARD,     /* cardinal: 0 to 99 */
    PI_Q_MULT,     /* "hundred": power of ten */
    PI_Q_DOZEN,    /* factor */
    PI_Q_SHORT,    /* "bn": power of ten, behind a sum */
    PI_Q_ORD,      /* ordinal: 1 to 31 */
    PI_Q_SUFFIX,   /* "th", behind digits */
    PI_Q_FRAC,     /* "quarter": denominator */
    PI_Q_VULGAR,   /* a fraction as one sign: numerator * 16 + denominator */
    PI_Q_AND,
    PI_Q_A,        /* "a": the currency that it stands for before a sign, or 0 */
    PI_Q_POINT,    /* "point" in a number that is spelt out */
    PI_Q_MINUS,
    PI_Q_MONTH,    /* 1 to 12 */
    PI_Q_MAY,      /* a month that is another word, too */
    PI_Q_WEEKDAY,  /* 1 (Monday) to 7 */
    PI_Q_WDAY,     /* short for a weekday: only beside a day */
    PI_Q_SEASON,   /* 21 (spring) to 24 */
    PI_Q_FEAST,    /* month * 32 + day; 0: it moves */
    PI_Q_HOLY,     /* the same, before "day" alone */
    PI_Q_EVE,      /* the day before */
    PI_Q_DAYWORD,  /* "today": days from now + 8 */
    PI_Q_REL,      /* "next": 1 + 8 */
    PI_Q_AGO,      /* "ago": -1 + 8 */
    PI_Q_NOW,      /* the same, behind "from" */
    PI_Q_CAL, PI_Q_CALS, /* "week", "weeks": PI_Q_DAYS and so on, with a factor << 2 */
    PI_Q_QUARTER,  /* of a year, also written q1: 1 to 4; 0: the word alone */
    PI_Q_AMPM,     /* 0 or 12 */
    PI_Q_CLOCK,    /* "o'clock" */
    PI_Q_NOON,     /* hour */
    PI_Q_PART,     /* "morning": 0, or 12 when hours before 12 are after noon */
    PI_Q_PAST,     /* "past", "to" between minutes and hour: 0, 1 */
    PI_Q_SIGN,     /* of a currency: name */
    PI_Q_CODE,     /* "EUR": name */
    PI_Q_CUR,      /* "dollars": name */
    PI_Q_SUB,      /* "cents": name of the currency */
    PI_Q_ADJ,      /* "Canadian": name of the currency */
    PI_Q_NEW,      /* begins "New Zealand"; "New Year": its day as of PI_Q_FEAST */
    PI_Q_POUND,    /* weight, or of many thousands money: name */
    PI_Q_UNIT,     /* name */
    PI_Q_POWER,    /* "square": 2 or 3 */
    PI_Q_SCALE,    /* "C" of a temperature: name */
    PI_Q_PERCENT,
    PI_Q_PER,
    PI_Q_CENT,     /* second half of "per cent" */
    PI_Q_OLD,      /* "old" behind years */
    PI_Q_CENTURY,
    PI_Q_S,        /* of a decade */
    PI_Q_OF, PI_Q_THE,
    PI_Q_IN,       /* stands before a year */
    PI_Q_INTO,     /* "in" alone */
    PI_Q_MOD,      /* "early", "mid" */
    PI_Q_COMMA, PI_Q_DOT, PI_Q_DASH, PI_Q_SLASH, PI_Q_COLON, PI_Q_APOS,
    PI_Q_DIGITS,   /* number of digits */
    PI_Q_OTHER,    /* what no quantity has, the end of the window: 1 a word, 0 a sign */
    PI_Q_CLASSES,

    /* What else a rule may ask for: see quant_item.c. */
    PI_Q_NUM = 64, /* number phrase */
    PI_Q_DAY,      /* 1 to 31 */
    PI_Q_NTH,      /* the same as an ordinal */
    PI_Q_YEAR,     /* four digits, 1000 to 2199 */
    PI_Q_RECENT,   /* four digits, 1500 to 2099, no multiple of 500 */
    PI_Q_YEARWORD, /* "nineteen eighty-six", "two thousand and five" */
    PI_Q_Y2,       /* two digits of a year */
    PI_Q_TO2,      /* of a later year than the one before it */
    PI_Q_D31, PI_Q_D12, /* digits of a day, of a month */
    PI_Q_DM,       /* two numbers with a sign between: day and month, or month and day */
    PI_Q_DM2,      /* the same of two digits each, with a slash */
    PI_Q_CAPITAL,  /* the word that follows is capitalized */
    PI_Q_YMD,      /* eight digits */
    PI_Q_HOUR, PI_Q_HOURWORD, PI_Q_MINUTE, PI_Q_SECOND,
    PI_Q_DECADE, PI_Q_DECADE2, /* four, two digits that end in 0 */
    PI_Q_MINUTES,  /* number phrase, 1 to 30 */
    PI_Q_BIG,      /* the number is 100,000 or more */
    PI_Q_PLAIN,    /* a sign, a small word or nothing follows */
    PI_Q_BEGIN, PI_Q_END, /* the quantity begins, ends here */
    PI_Q_GROUP,    /* then its length in bytes: all of it, or none */
    PI_Q_ANY,      /* then how many: one of the items that follow */
    PI_Q_MAYBE,    /* the item that follows may be missing */
    PI_Q_GLUED = 0x80 /* added to an item: no blank before it */
};

/* Classes in five groups, a bit each, above the bits of a kind: by the group of the atom behind its first item most rules are passed
 * over. */
enum { PI_Q_NUMERIC = 8, PI_Q_CALENDAR = 16, PI_Q_MARKS = 32, PI_Q_OTHERS = 64, PI_Q_NOTHING = 128 /* PI_Q_OTHER, or no atom */,
       PI_Q_KIND = 7 };
static inline uint8_t pi_q_group(uint8_t class)
{
    if (class <= PI_Q_MINUS || class == PI_Q_DIGITS)
        return PI_Q_NUMERIC;
    if (class <= PI_Q_PAST)
        return PI_Q_CALENDAR;
    if (class < PI_Q_COMMA)
        return PI_Q_OTHERS;
    return class <= PI_Q_APOS ? PI_Q_MARKS : PI_Q_NOTHING;
}

enum { PI_Q_DAYS, PI_Q_WEEKS, PI_Q_MONTHS, PI_Q_YEARS };

/* At least four words, in 16-bit units: for each value of the top bits of the hash, and one more, where its words begin; the 16 bits below
 * those of each word, ascending within; then class << 10 | value of each. A word may stand twice.
 * Rules: for each class where the group of the rules stands whose first item it is, or 0, two bytes, the low one first; for
 * PI_Q_NONE where those groups begin whose first item is another reading, up to PI_Q_NONE in the place of one. Of a group its
 * first item, and its length in bytes, low byte first; of a rule its kind, PI_QUANT_*, with the groups
 * of what may stand behind its first item; its place in the order of rules, its length; its items after the first.
 * Names: of units and currencies, from number 1 on, each ended by 0; one of no letters ends them. */
struct pith_quantities_model {
    uint16_t words;
    pi_rom16p word;
    pi_rom8p rule;
    pi_rom8p name;
};
typedef struct pith_quantities_model pi_quant_model;

enum { PI_QUANT_DATE, PI_QUANT_TIME, PI_QUANT_MONEY, PI_QUANT_PERCENT, PI_QUANT_NUMBER, PI_QUANT_KINDS };

/* quantity.form */
enum {
    PI_QUANT_VALUE = 1,    /* there is a value */
    PI_QUANT_MINUS = 2,
    PI_QUANT_OFFSET = 4,   /* DATE: n periods from the day of writing on, `unit` PI_Q_DAYS.. */
    PI_QUANT_DECADE = 8, PI_QUANT_HUNDRED = 16, /* DATE: all years of the decade, of the century */
    PI_QUANT_EITHER = 32,  /* DATE: the text does not tell day from month, which are left out */
    PI_QUANT_SECONDS = 64  /* TIME has them */
};

/* The value: two of the same bytes are the same value. */
typedef struct {
    uint16_t low, high; /* number: digits; DATE: month << 8 | day, year (0: not known); TIME: hour << 8 | minute, second */
    uint8_t unit;       /* name; DATE: weekday; 0: none */
    uint8_t per;        /* name of the unit below the line */
    uint8_t form;
    uint8_t kind;       /* PI_QUANT_DATE.. */
    int8_t exp;         /* number is digits * 10^exp */
    uint8_t power;      /* of the unit, where it is 2 or 3 */
} pi_quantity;

typedef struct {
    uint32_t offset;
    uint32_t digits;  /* value of a run of up to nine digits; of a longer one its first nine */
    uint16_t word[2]; /* class << 10 | value */
    uint8_t length;
    uint8_t glued;    /* no blank before it */
    uint8_t capital;  /* its word is capitalized */
    uint8_t spare;
} pi_atom;

typedef struct {
    uint8_t n;      /* atoms of the window */
    uint8_t more;   /* atoms behind it, of the token that closed it */
    uint8_t closed; /* quantities may be fetched: 1 from the whole window, 2 from what begins in its first half */
    uint8_t at;     /* next atom to be tried */
    uint8_t core;   /* the window has an atom that quantities are made of: 1 */
    uint8_t dot;    /* the last token had inner dots, its last dot may follow */
    uint8_t spare[2];
    pi_atom atom[PI_QUANT_ATOMS + PI_QUANT_TOKEN];
} pi_quant; /* 392 bytes */

/* A quantity that was found. */
typedef struct {
    uint32_t offset;
    uint32_t whole;  /* hash of what it says, however it is cased and spaced */
    uint16_t length; /* bytes */
    uint16_t atoms;
    pi_quantity value;
} pi_found;

void pi_quant_init(pi_quant *q);

enum { PI_QUANT_FIRST = (1 << PI_QUANT_BITS) + 1 /* where the words of the table begin */, PI_QUANT_NOWHERE = 0xFFFF };

/* The part of the table that a hash belongs to, and what stands there of it: bytes, since shifts are dear on some machines. */
static inline uint16_t pi_quant_part(uint32_t hash) { return (uint16_t)((uint16_t)(hash >> 16) >> (16 - PI_QUANT_BITS)); }
static inline uint16_t pi_quant_key(uint32_t hash) { return (uint16_t)(hash >> 8); }

/* Place of a word in the table, or PI_QUANT_NOWHERE. */
PI_INLINE uint16_t pi_quant_find(const pi_quant_model *m, uint32_t hash)
{
    uint16_t part = pi_quant_part(hash), key = pi_quant_key(hash);
    uint16_t at = pi_rom16(m->word, part), end = pi_rom16(m->word, (uint16_t)(part + 1));
#ifndef __OPTIMIZE_SIZE__ /* most are not found, and few parts have more than four words: these are compared without a branch */
    const uint64_t each = UINT64_C(0x0001000100010001);
    pi_rom16p w = m->word + PI_QUANT_FIRST + at;
    uint64_t x = pi_rom16(w, 0) | (uint64_t)pi_rom16(w, 1) << 16 | (uint64_t)pi_rom16(w, 2) << 32 | (uint64_t)pi_rom16(w, 3) << 48;
    uint32_t over = (uint32_t)(end - at) - 4, n = 4 + (over & (0 - (over >> 31))); /* at most 4 of them */

    x ^= each * key;
    x = (x - each) & ~x & each << 15; /* the lowest bit is of the first that was 0 */
    x &= (UINT64_C(1) << 8 * n << 8 * n) - 1;
    if (x) /* 1 << 16 * i brings i to the top */
        return (uint16_t)(at + (((x & (0 - x)) >> 15) * UINT64_C(0x0000000100020003) >> 48));
    at = (uint16_t)(at + n);
#endif
    for (; at < end; at++)
        if (pi_rom16(m->word, (uint16_t)(PI_QUANT_FIRST + at)) == key)
            return at;
    return PI_QUANT_NOWHERE;
}

/* Class of a word of an atom or of the table. */
static inline uint8_t pi_q_class(uint16_t word) { return (uint8_t)(word >> 10); }

/* A set of classes f(class) | ... as bits, those below 32 and the others. */
#define PI_Q_LOW(class) ((class) < 32 ? UINT32_C(1) << ((class) & 31) : 0)
#define PI_Q_HIGH(class) ((class) >= 32 ? UINT32_C(1) << ((class) & 31) : 0)

/* Those that a quantity is made of. */
#define PI_Q_CORE(f) (f(PI_Q_CARD) | f(PI_Q_DOZEN) | f(PI_Q_MULT) | f(PI_Q_VULGAR) | f(PI_Q_MONTH) | f(PI_Q_MAY) | f(PI_Q_WEEKDAY) \
    | f(PI_Q_SEASON) | f(PI_Q_FEAST) | f(PI_Q_HOLY) | f(PI_Q_DAYWORD) | f(PI_Q_CAL) | f(PI_Q_CALS) | f(PI_Q_QUARTER) | f(PI_Q_NOON) \
    | f(PI_Q_PART) | f(PI_Q_CENTURY) | f(PI_Q_DIGITS))

/* Is the class in such a set? */
static inline int pi_q_among(uint8_t class, uint32_t low, uint32_t high) { return (class < 32 ? low : high) >> (class & 31) & 1; }

/* A word as it stands in the table: is it, or is it the same word as that, one that a quantity is made of? */
static inline int pi_quant_core_at(const pi_quant_model *m, uint16_t at)
{
    uint8_t class = pi_q_class(pi_rom16(m->word, (uint16_t)(PI_QUANT_FIRST + m->words + at)));

    return pi_q_among(class, PI_Q_CORE(PI_Q_LOW), PI_Q_CORE(PI_Q_HIGH));
}

/* What a plain word or a sign is to a window that is empty, or has minor words alone: PI_QUANT_NOTHING empties it, PI_QUANT_MINOR
 * ("of", "the") joins it, and is nothing when the next token is. Of all else pi_quant_token must know. */
enum { PI_QUANT_ELSE, PI_QUANT_NOTHING, PI_QUANT_MINOR };
static inline uint8_t pi_quant_glance(const pi_quant_model *m, const pi_token *t)
{
    uint16_t at = pi_quant_find(m, t->hash);
    uint8_t c = t->folded[0];

    if (t->kind != PI_TOK_WORD)
        return at == PI_QUANT_NOWHERE && c != '-' && c != '\'' && c != '/' && c != ':' ? PI_QUANT_NOTHING : PI_QUANT_ELSE;
    if (at == PI_QUANT_NOWHERE)
        return PI_QUANT_NOTHING;
    return pi_quant_core_at(m, at) || (at + 1 < m->words && pi_quant_core_at(m, (uint16_t)(at + 1))) ? PI_QUANT_ELSE : PI_QUANT_MINOR;
}

/* A plain word that no quantity has, in or after a window that says nothing: most words of a text. Then it is taken, and
 * pi_quant_token is not called. */
PI_INLINE int pi_quant_idle(pi_quant *q, const pi_quant_model *m, const pi_token *t)
{
    if (q->core || t->kind != PI_TOK_WORD || t->flags & PI_TOK_PARTS
        || pi_quant_find(m, t->hash) != PI_QUANT_NOWHERE)
        return 0;
    q->n = q->dot = 0;
    return 1;
}

/* Takes the next token, which is not idle; `begins`: it begins a sentence. A null pointer: the text ends. Returns 1 when quantities may be
 * fetched: all are, before the next call. */
int pi_quant_token(pi_quant *q, const pi_quant_model *m, const pi_token *t, uint8_t begins);

/* The next quantity, in text order; 0: there is none. */
int pi_quant_fetch(pi_quant *q, const pi_quant_model *m, pi_found *found);

/* Quantities may yet be found from offset *from on. */
int pi_quant_open(const pi_quant *q, uint32_t *from);

enum { PI_QUANT_TEXT = 48 };

/* The value as text: see pith_names_value. Returns its length, at most PI_QUANT_TEXT. */
uint8_t pi_quant_text(const pi_quantity *v, const pi_quant_model *m, uint8_t out[PI_QUANT_TEXT]);

#endif

/* Classes of code points at the borders of what has a class, and folding. */
#include "check.h"
#include "uclass.h"

static void check_class(uint32_t from, uint32_t to, uint8_t class)
{
    CHECK_INT(pi_uclass(from), class);
    CHECK_INT(pi_uclass(to), class);
}

/* cp is of the class, and folded it is `folded`. */
static void check_fold(uint32_t cp, uint8_t class, uint32_t folded)
{
    uint32_t c = cp;

    CHECK_INT(pi_ufold(&c), class);
    CHECK_INT(c, folded);
}

static void ascii(void)
{
    check_fold('A', PI_UC_UPPER, 'a');
    check_fold('Z', PI_UC_UPPER, 'z');
    check_fold('a', PI_UC_LOWER, 'a');
    check_fold('@', PI_UC_MARK, '@');
    check_fold('7', PI_UC_DIGIT, '7');
    check_fold('.', PI_UC_STOP, '.');
    check_fold('\n', PI_UC_LINE, '\n');
    check_fold('\f', PI_UC_PARA, '\f');
    check_fold('\t', PI_UC_BLANK, '\t');
    check_fold('(', PI_UC_OPEN, '(');
    check_fold(']', PI_UC_CLOSE, ']');
    check_fold('"', PI_UC_QUOTE, '"');
    check_fold('-', PI_UC_DASH, '-');
    check_fold(0x7F, PI_UC_BLANK, 0x7F);
    check_fold(0x80, PI_UC_BLANK, 0x80);
}

static void signs(void)
{
    check_fold(0x2010, PI_UC_DASH, '-');
    check_fold(0x2011, PI_UC_DASH, '-');
    check_fold(0x2014, PI_UC_DASH, 0x2014);
    check_fold(0x2018, PI_UC_QOPEN, '\'');
    check_fold(0x2019, PI_UC_APOS, '\'');
    check_fold(0x201C, PI_UC_QOPEN, 0x201C);
    check_fold(0x201D, PI_UC_QCLOSE, 0x201D);
    check_fold(0x2026, PI_UC_STOP, 0x2026);
    check_class(0x2028, 0x2028, PI_UC_LINE);
    check_class(0x2029, 0x2029, PI_UC_PARA);
    check_class(0x200B, 0x200B, PI_UC_BLANK);
    check_class(0x200C, 0x200F, PI_UC_SKIP);
    check_class(0xFEFF, 0xFEFF, PI_UC_SKIP);
    check_class(0x3002, 0x3002, PI_UC_STOP);
    check_class(0x00AD, 0x00AD, PI_UC_SKIP);
    check_class(0xFFFD, 0xFFFD, PI_UC_MARK);
}

static void letters(void)
{
    check_fold(0x00C0, PI_UC_UPPER, 0x00E0); /* A grave */
    check_fold(0x00DF, PI_UC_LOWER, 0x00DF); /* sharp s */
    check_fold(0x00D7, PI_UC_MARK, 0x00D7);  /* times */
    check_fold(0x0100, PI_UC_UPPER, 0x0101); /* A macron: even ones are upper case */
    check_fold(0x0101, PI_UC_LOWER, 0x0101);
    check_fold(0x0139, PI_UC_UPPER, 0x013A); /* L acute: odd ones are */
    check_fold(0x013A, PI_UC_LOWER, 0x013A);
    check_fold(0x0178, PI_UC_UPPER, 0x00FF); /* Y diaeresis */
    check_fold(0x0391, PI_UC_UPPER, 0x03B1); /* alpha */
    check_fold(0x03C2, PI_UC_LOWER, 0x03C3); /* final sigma */
    check_fold(0x0410, PI_UC_UPPER, 0x0430); /* Cyrillic a */
    check_fold(0x042F, PI_UC_UPPER, 0x044F); /* ya */
    check_fold(0x0401, PI_UC_UPPER, 0x0451); /* io */
    check_fold(0x0531, PI_UC_UPPER, 0x0561); /* Armenian ayb */
    check_fold(0x1F08, PI_UC_UPPER, 0x1F00); /* alpha with smooth breathing: bit 3 is upper case */
    check_fold(0x1F00, PI_UC_LOWER, 0x1F00);
    check_fold(0xFF21, PI_UC_UPPER, 0xFF41); /* full-width A */
    check_fold(0xFF11, PI_UC_DIGIT, '1');
    check_class(0x05D0, 0x05EA, PI_UC_LETTER);
    check_class(0x0300, 0x036F, PI_UC_EXTEND);
    check_class(0x4E00, 0x9FFF, PI_UC_IDEO);
    check_class(0x3042, 0x30A2, PI_UC_IDEO);
    check_class(0xAC00, 0xD7A3, PI_UC_LETTER);
    check_class(0x0661, 0x0669, PI_UC_DIGIT);
    check_class(0xE000, 0xF8FF, PI_UC_MARK);
    check_class(0xFFFE, 0xFFFF, PI_UC_MARK);
}

static void above(void)
{
    check_class(0x10000, 0x1EFFF, PI_UC_LETTER);
    check_class(0x1F000, 0x1FAFF, PI_UC_MARK); /* pictographs */
    check_class(0x1FB00, 0x1FFFF, PI_UC_LETTER);
    check_class(0x20000, 0xDFFFF, PI_UC_IDEO);
    check_class(0xE0000, 0xEFFFF, PI_UC_SKIP); /* tags */
    check_class(0xF0000, 0x10FFFF, PI_UC_MARK); /* private use */
}

/* Only letters, apostrophes, hyphens and digits are folded. */
static void all(void)
{
    uint32_t cp, c;
    uint8_t class;

    for (cp = 0; cp <= 0x10FFFF; cp++) {
        c = cp;
        class = pi_ufold(&c);
        if (c == cp)
            continue;
        if (!(class == PI_UC_UPPER || class == PI_UC_LOWER || class == PI_UC_APOS || class == PI_UC_QOPEN || class == PI_UC_DASH || class == PI_UC_DIGIT)) {
            CHECK_INT(cp, -1);
            return;
        }
    }
    CHECK(cp == 0x110000);
}

int main(void)
{
    ascii();
    signs();
    letters();
    above();
    all();
    return check_done("uclass");
}

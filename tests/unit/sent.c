/* Sentence ends: each text is written with a | at every end. */
#include "sent.h"

#include "check.h"
#include "lex.h"

/* Puts the sentences of text[0..n) into out[], each ended by a |. */
static void split(const char *text, size_t n, char *out)
{
    pi_cutter c;
    pi_sent s;
    size_t at = 0, k = 0;
    int open = 1;

    pi_cut_init(&c, 0);
    pi_sent_init(&s, PITH_SENTENCE_MAX);
    while (open) {
        at += pi_cut(&c, (const uint8_t *)text + at, n - at);
        if (!c.ready)
            pi_cut_end(&c);
        open = c.ready;
        if (open ? pi_sent_token(&s, &c.tok, c.tok.kind == PI_TOK_WORD ? pi_lex(&pith_en, c.tok.hash) : 0)
                 : pi_sent_end(&s)) {
            memcpy(out + k, text + s.from, s.to - s.from);
            k += s.to - s.from;
            out[k++] = '|';
        }
    }
    out[k] = 0;
}

static int is_blank(char c) { return c == ' ' || c == '\n'; }

/* `want` without its |, split, gives `want` but for blanks beside them. */
static void ends(const char *want)
{
    char text[512], out[512], trimmed[512];
    size_t n = 0, k = 0;
    const char *w;

    for (w = want; *w; w++) {
        if (*w != '|')
            text[n++] = *w;
        else
            while (k > 0 && is_blank(trimmed[k - 1]))
                k--;
        if (!(is_blank(*w) && k > 0 && trimmed[k - 1] == '|'))
            trimmed[k++] = *w;
    }
    trimmed[k] = 0;
    split(text, n, out);
    CHECK_STR(out, trimmed);
}

static void test_stops(void)
{
    ends("The tide came in. |Nobody moved.|");
    ends("Who knew? |Not I! |Go on.|");
    ends("Mr. Brown met Dr. Green at 3 p.m. on Friday.|");
    ends("It cost $3.50 in the U.S. |The price was fair.|");
    ends("J. K. Rowling wrote it.|");
    ends("Well ... so be it.|");
    ends("\"Stop!\" he said. |\"Never,\" she said.|");
    ends("He left (it was late). |She stayed.|");
    ends("1. Melt the butter. |2. Add the flour.|");
    ends("Figure 2. The harbour at noon.|");
    ends("Mt. Everest is high. |St. Petersburg is not.|");
    ends("See it in Figure 2. |The harbour is old.|");
    ends("Present: Cllrs. P. Lee and J. Ito. |Cllr. Shaw was ill (ref. SL/20). |Nobody minded.|");
}

static void test_references(void)
{
    ends("He was tired. [17] |She was not.|");
    ends("He was tired. [17] [18] |She was not.|");
    ends("He was tired. [citation needed] |She was not.|");
    ends("Ask Mr. [Brown] or his wife. |3 is a number.|");
    ends("He was tired. |[He always was.] |She was not.|");
}

static void test_layout(void)
{
    ends("A SHORT HEADING|\nThe text below it begins here.|");
    ends("Milk|\n\nBread|\n\nA dozen eggs|");
    ends("- milk|\n- bread|");
    ends("She left.|\n\"\nWe waited by the wall of the harbour until the bells of the old\nTown Hall rang.\"|");
    ends("On 5 March at 9, Ann Lee <ann@example.com> wrote:|\n> Naomi, I just opened it,\n> and it is still soft. |Sorry.|");
    ends("We need: bread,\n> and milk.|");
    ends("Write to ann@example.com or bob@example.com today.|");
}

/* A line ends where no stop stands: what the next one begins with decides, and whether it would have fit. */
static void test_lines(void)
{
    ends("THE LONG HEADING OF A PAGE THAT FILLS ITS LINE TO THE VERY END\nAND GOES ON.|");
    ends("THE LONG HEADING OF A PAGE THAT FILLS ITS LINE TO THE VERY END\nJ. BROWN HAS.|");
    ends("The sea is wide|\n\"It is\" he said.|");
    ends("The sea is wide|\n\xe2\x80\x9cIt is\xe2\x80\x9d he said.|");
    ends("The sea is wide|\n(It is).|");
    ends("He gave it to\nThe Times of London.|");
    ends("The keeper of the lock at the end of the long river who counts the boats that come by from the morning to the evening,|\n"
         "Anna counts them;|\nBoris does not.|");
}

/* What stands behind a possible end. */
static void test_behind(void)
{
    ends("He lives on Mill St. The house is old.|"); /* a saint for all that the lexicon knows */
    ends("They met John Brown Sr. |The house is old. |They met Sr. Brown.|"); /* stands behind a name, too */
    ends("He left at 3 p.m. |The boat sank.|");
    ends("It was x.y. Monday came.|");
    ends("It was x.y. |Boats came.|");
    ends("It was x.y. 5 came.|");
    ends("He came.|\n> She left.|");
    ends("He was tired. |[17, 18] She was not.|");
    ends("He was tired. |[17 18] She was not.|");
    ends("He said, \"I came. \" |She left.|");
    ends("He said, \"(I came.) |\" She left.|");
    ends("He said, \"I came.|\n\" She left.|");
    ends("He came. |( \"She left.\") |Boats came.|");
    ends("He came. |(\"[She left.]\") |Boats came.|");
    ends("He came. |((She left.)) |Boats came.|");
    ends("(He came.)|(She left.) |Boats came.|");
    ends("He came.; she left.: boats came., too.|");
    ends("He came. ; she left. : boats came. , too.|");
}

/* A capitalised word of one code point has no small letter; a line may be longer than 65535 bytes. */
static void test_borders(void)
{
    pi_token t;
    pi_sent s;

    memset(&t, 0, sizeof t);
    t.kind = PI_TOK_WORD;
    t.shape = PI_SHAPE_CAP;
    t.chars = 1;
    t.length = t.n = 2;
    t.gap = PI_GAP_PARA;
    pi_sent_init(&s, PITH_SENTENCE_MAX);
    CHECK_INT(pi_sent_token(&s, &t, 0), 0);
    CHECK(!(s.now & PI_SENT_LOWER));
    t.chars = 2;
    t.offset = 3;
    t.gap = PI_GAP_BLANK;
    CHECK_INT(pi_sent_token(&s, &t, 0), 0);
    CHECK(s.now & PI_SENT_LOWER);
    for (t.offset = 100; t.offset < 70000; t.offset += 100)
        pi_sent_token(&s, &t, 0);
    t.gap = PI_GAP_LINE;
    pi_sent_token(&s, &t, 0);
    CHECK_INT(s.width, 65535);
}

int main(void)
{
    test_lines();
    test_behind();
    test_borders();
    test_stops();
    test_references();
    test_layout();
    return check_done("sent");
}

/* The facts of MLST, MLSD and MFF: RFC 3659 7.2. */
#ifndef WYRE_LIB_FTP_FACTS_H
#define WYRE_LIB_FTP_FACTS_H
#include "grammar.h"

/* One fact: name=value, the semicolon not claimed; at least one byte of name, no space in either. */
INLINE void
scan_fact(wyre_rd *r, wyre_span *name, wyre_span *value)
{
    size_t start = r->pos;
    while (peek(r) >= 0 && peek(r) != '=' && peek(r) != ';' && peek(r) != ' ')
        r->pos++;
    *name = (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
    if (r->pos == start)
        rd_refuse(r, WYRE_E_TEXT, start);
    expect(r, '=');
    start = r->pos;
    while (peek(r) >= 0 && peek(r) != ';' && peek(r) != ' ')
        r->pos++;
    *value = (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
}

/* 1*( name=value; ): all up to a space or the end; the last semicolon may lack where `unclosed`. */
INLINE wyre_span
scan_facts(wyre_rd *r, int unclosed)
{
    size_t start = r->pos;
    wyre_span name;
    wyre_span value;
    while (peek(r) >= 0 && peek(r) != ' ') {
        scan_fact(r, &name, &value);
        if (!claim(r, ';') && !(unclosed && (peek(r) == ' ' || r->pos == r->end)))
            rd_refuse(r, WYRE_E_TEXT, r->pos);
    }
    size_t end = r->pos;
    if (r->status != WYRE_OK)
        return (wyre_span){0, 0};
    r->pos = start;
    return text_up_to(r, end);
}
#endif

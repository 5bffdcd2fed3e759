/* The facts of MLST, MLSD and MFF: RFC 3659 7.2. */
#ifndef WYRE_LIB_FTP_FACTS_H
#define WYRE_LIB_FTP_FACTS_H
#include "grammar.h"

/* One fact: name=value, the semicolon not claimed; at least one byte of name, no space in either. */
/*@ requires reading(r) && \valid(name) && \valid(value);
  @ requires \separated(r, name, value, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *name, *value;
  @ ensures reading(r) && r->pos >= \old(r->pos) && inside(*name, r->pos) && inside(*value, r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos > \old(r->pos); */
INLINE void
scan_fact(wyre_rd *r, wyre_span *name, wyre_span *value)
{
    size_t start = r->pos;
    /*@ loop invariant start <= r->pos <= r->end; loop assigns r->pos; loop variant r->end - r->pos; */
    while (peek(r) >= 0 && peek(r) != '=' && peek(r) != ';' && peek(r) != ' ')
        r->pos++;
    *name = (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
    if (r->pos == start)
        rd_refuse(r, WYRE_E_TEXT, start);
    expect(r, '=');
    start = r->pos;
    /*@ loop invariant start <= r->pos <= r->end; loop assigns r->pos; loop variant r->end - r->pos; */
    while (peek(r) >= 0 && peek(r) != ';' && peek(r) != ' ')
        r->pos++;
    *value = (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
}

/* 1*( name=value; ): all up to a space or the end; the last semicolon may lack where `unclosed`. */
/*@ READS; ensures inside(\result, r->end); */
INLINE wyre_span
scan_facts(wyre_rd *r, int unclosed)
{
    size_t start = r->pos;
    wyre_span name;
    wyre_span value;
    /*@ loop invariant reading(r) && start <= r->pos;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->pos == start && r->status == \at(r->status, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns r->pos, r->status, r->fault, name, value;
      @ loop variant r->end - r->pos + (r->status == WYRE_OK ? 1 : 0); */
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

# Zahlen, Zeitspannen, Daten, Aufzählungen.

leads = { $count ->
    [one] 1 Anfrage
   *[other] { $count } Anfragen
}
of-all = { $count } von { $all }
leads-of-all = { $count } von { $all } Anfragen
share-only = die einzige Anfrage
share-all = alle Anfragen
share-half = die Hälfte der Anfragen
share-most = die meisten Anfragen
list-and = { $head } und { $last }
span = { $from } bis { $to }
money = { $amount } { $currency }

days-short = { $days } Tg.
days-hours-short = { $days } Tg. { $hours } Std.
minutes-short = { $minutes } Min.
hours-short = { $hours } Std.
hours-minutes-short = { $hours } Std. { $minutes } Min.

date = { $day }. { $month } { $year }
date-in-year = { $day }. { $month }
date-in-month = { $day }.
weekday-and-day = { $weekday } { $date }
moment = { $weekday } { $date }, { $time }
short-day = { $weekday } { $day }. { $month }
short-moment = { $day }, { $time }
short-month = { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.
weekday-short-1 = Mo.
weekday-short-2 = Di.
weekday-short-3 = Mi.
weekday-short-4 = Do.
weekday-short-5 = Fr.
weekday-short-6 = Sa.
weekday-short-7 = So.

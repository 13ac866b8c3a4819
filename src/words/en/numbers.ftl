# Numbers, lengths of time, dates, lists.

leads = { $count ->
    [one] 1 lead
   *[other] { $count } leads
}
of-all = { $count } of { $all }
leads-of-all = { $count } of { $all } leads
share-only = the only lead
share-all = all leads
share-half = half of the leads
share-most = most leads
list-and = { $head } and { $last }
span = { $from } to { $to }
money = { $currency } { $amount }

days-short = { $days } d
days-hours-short = { $days } d { $hours } h
minutes-short = { $minutes } min
hours-short = { $hours } h
hours-minutes-short = { $hours } h { $minutes } min

date = { $day } { $month } { $year }
date-in-year = { $day } { $month }
date-in-month = { $day }
weekday-and-day = { $weekday } { $date }
moment = { $weekday } { $date }, { $time }
short-day = { $weekday } { $day } { $month }
short-moment = { $day } { $time }
short-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

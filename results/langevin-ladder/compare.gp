# Draw this picture again with:  gnuplot compare.gp
# Reads compare.csv in the same folder; writes compare.svg and compare.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'compare.csv'


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 458.0
set tmargin at screen down(136.0)
set bmargin at screen down(392.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set border 1
unset ytics
set yrange [8 - 0.5:-0.5]
# The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
height(shift, isThere) = isThere ? column(0) + shift : -9

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

set terminal svg size 900,458 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'compare.svg'
set multiplot
set label 'langevin-ladder: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'gd' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label 'sgd' at screen across(14.0), screen down(184.0) left noenhanced font ',11'
set label 'sgd-batch(2)' at screen across(14.0), screen down(216.0) left noenhanced font ',11'
set label 'sgd-batch(4)' at screen across(14.0), screen down(248.0) left noenhanced font ',11'
set label 'sgd-shuffled' at screen across(14.0), screen down(280.0) left noenhanced font ',11'
set label 'gaussian-matched' at screen across(14.0), screen down(312.0) left noenhanced font ',11'
set label 'gaussian-frozen' at screen across(14.0), screen down(344.0) left noenhanced font ',11'
set label 'langevin(temperature: matched)' at screen across(14.0), screen down(376.0) left noenhanced font ',11'
set lmargin at screen across(285.1113)
set rmargin at screen across(559.55565)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',11'
unset logscale x
set xrange [-5663.416545259405:14217.428775410295]
set xtics ('-4000' -4000.0, '0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::7 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -5663.416545259405):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::7 using (valid(10) ? column(10) : -5663.416545259405):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::7 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -5663.416545259405):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::7 using (valid(13) ? column(13) : -5663.416545259405):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(601.55565)
set rmargin at screen across(876.0)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-8}' 1e-8, '10^{-6}' 1e-6, '10^{-4}' 1e-4, '10^{-2}' 1e-2, '10^{0}' 1e0)
set xrange [1e-08:1.0]
plot table skip 1 every ::0::7 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-08):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-08 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::7 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-08):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::7 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::7 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-08):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-08 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::7 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-08):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::7 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
set terminal pngcairo size 1800,916 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'compare.png'
set multiplot
set label 'langevin-ladder: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'gd' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label 'sgd' at screen across(14.0), screen down(184.0) left noenhanced font ',11'
set label 'sgd-batch(2)' at screen across(14.0), screen down(216.0) left noenhanced font ',11'
set label 'sgd-batch(4)' at screen across(14.0), screen down(248.0) left noenhanced font ',11'
set label 'sgd-shuffled' at screen across(14.0), screen down(280.0) left noenhanced font ',11'
set label 'gaussian-matched' at screen across(14.0), screen down(312.0) left noenhanced font ',11'
set label 'gaussian-frozen' at screen across(14.0), screen down(344.0) left noenhanced font ',11'
set label 'langevin(temperature: matched)' at screen across(14.0), screen down(376.0) left noenhanced font ',11'
set lmargin at screen across(285.1113)
set rmargin at screen across(559.55565)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',11'
unset logscale x
set xrange [-5663.416545259405:14217.428775410295]
set xtics ('-4000' -4000.0, '0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::7 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -5663.416545259405):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::7 using (valid(10) ? column(10) : -5663.416545259405):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::7 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -5663.416545259405):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::7 using (valid(13) ? column(13) : -5663.416545259405):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(601.55565)
set rmargin at screen across(876.0)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-8}' 1e-8, '10^{-6}' 1e-6, '10^{-4}' 1e-4, '10^{-2}' 1e-2, '10^{0}' 1e0)
set xrange [1e-08:1.0]
plot table skip 1 every ::0::7 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-08):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-08 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::7 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-08):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::7 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::7 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-08):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-08 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::7 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-08):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::7 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
unset output

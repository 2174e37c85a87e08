//go:build !headless

package window
import ("testing";"image/png";"os";"backchannel/game/ui";"backchannel/game/ui/uitest")
func shot(t *testing.T,h *ui.Host,name string){ f,_:=os.Create("/tmp/dump/"+name+".png"); png.Encode(f,uitest.Picture(t,h)); f.Close(); for _,p:=range ui.Audit(h.Frame()){t.Error(name,p)}}
func TestShots(t *testing.T){
 h:=open(t,0,3,1280,800,1)
 shot(t,h,"title")
 uitest.Click(t,h,"options"); shot(t,h,"title-options")
 uitest.Click(t,h,"start"); shot(t,h,"briefing")
 uitest.Click(t,h,"begin"); shot(t,h,"desk")
 h.Write("2"); shot(t,h,"card"); h.Press(ui.KeyEnter,0)
 h.Write("3"); h.Press(ui.KeyEnter,0); shot(t,h,"desk-plan")
 h.Write("o"); shot(t,h,"composer0"); h.Feed(ui.Event{Kind:ui.Choose,ID:"give/0",Index:1}); h.Feed(ui.Event{Kind:ui.Choose,ID:"ask/0",Index:2}); shot(t,h,"composer"); h.Press(ui.KeyEscape,0)
 h.Write("d"); shot(t,h,"drawer"); h.Press(ui.KeyEscape,0)
 h.Write("c"); shot(t,h,"commit"); h.Write("c"); shot(t,h,"cables"); h.Press(ui.KeyEnter,0); shot(t,h,"desk2")
 h.Write("1"); shot(t,h,"answer"); h.Press(ui.KeyEscape,0)
 h.Write("l"); shot(t,h,"ladders"); h.Write("p"); shot(t,h,"people");h.Write("g"); shot(t,h,"goals");
 h.Press(ui.KeyF1,0); shot(t,h,"help"); h.Press(ui.KeyEscape,0)
 for i:=0;i<40;i++{ if _,ok:=h.Scene().(*endingScene);ok{break}; h.Write("c"); h.Write("c"); h.Press(ui.KeyEnter,0)}
 shot(t,h,"ending")
}

package scenario
import ("testing";"backchannel/scenarios";"os")
func TestTry(t *testing.T){
 for _,p:= range Check(scenarios.FS) { t.Log(p.Warning, p.Error()) }
 for _,p:= range Check(os.DirFS("testdata")) { t.Log(p.Warning, p.Error()) }
 i,p:=List(scenarios.FS); t.Log(i,p)
}

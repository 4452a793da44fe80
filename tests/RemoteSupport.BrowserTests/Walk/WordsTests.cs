using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>Whatever a page says passes through localization: in the pseudo-locale all of it stands in ⟦brackets⟧.</summary>
public sealed class WordsTests
{
    [Fact, Trait("Behaviour", "AC-12")]
    public async Task Nothing_is_said_that_cannot_be_translated()
    {
        var stage = await Stage.SetAsync(await PortalNode.PseudoTenantAsync(), null);
        await using var person = await Person.ComeAsync(stage.Tenant, new View("qps-ploc"));
        List<string> bare = [];

        await WalkAsync(person, Screens.SignedOut);
        await person.SignInAsync(stage.Admin);
        await WalkAsync(person, Screens.SignedIn);
        await WalkAsync(person, Screens.Supporting);
        await WalkAsync(person, Screens.Reporting);
        await using var owner = await Person.ComeAsync(stage.Tenant, new View("qps-ploc"));
        await owner.SignInAsync(stage.Owner);
        await WalkAsync(owner, Screens.Owning);
        var (path, cookie, token) = await stage.EnterAsync(await person.CookieAsync("__Host-session"));
        await person.MoveIntoAsync(path, cookie, token);
        await WalkAsync(person, Screens.Inside);

        Assert.True(bare.Count == 0, string.Join('\n', bare));

        async Task WalkAsync(Person walker, IReadOnlyList<Screen> screens)
        {
            foreach (var screen in screens)
            {
                await screen.OpenAsync(walker, stage);
                bare.AddRange((await BareWordsAsync(walker.Page, stage.Data)).Select(words => $"{screen.Name}: {words}"));
            }
        }
    }

    /// <summary>Texts, titles, labels and hints with letters outside brackets. Names of languages in themselves, of time zones, codes, times, and what is marked as not to be translated are data.</summary>
    private static async Task<IReadOnlyList<string>> BareWordsAsync(IPage page, IReadOnlyList<string> data) =>
        await page.EvaluateAsync<string[]>(
            """
            data => {
              const isData = element => element.closest('code, time, script, noscript, style, [translate=no], [lang]:not(html), option:not([value=""])');
              const shown = [document.title];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) if (!isData(texts.currentNode.parentElement)) shown.push(texts.currentNode.data);
              for (const element of document.body.querySelectorAll('*'))
                for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                  if (element.hasAttribute(name) && !isData(element)) shown.push(element.getAttribute(name));
              // A sentence may hold others, each in its own brackets.
              const withoutInnermost = text => text.replace(/⟦[^⟦⟧]*⟧/g, '');
              const localized = text => withoutInnermost(text) === text ? text : localized(withoutInnermost(text));
              const bare = text => data.reduce((rest, word) => rest.replaceAll(word, ''), localized(text));
              return shown.filter(text => /\p{L}/u.test(bare(text))).map(text => text.trim());
            }
            """,
            data);
}

using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RemoteSupport.Features.Shared;
using RemoteSupport.Tests.Architecture;
using RemoteSupport.Tests.Calls;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Web;

/// <summary>No page takes a form that it did not hand out (TN-1).</summary>
public sealed class FormTokenTests
{
    [Fact, Trait("Behaviour", "TN-1")]
    public async Task Every_page_refuses_a_form_without_its_token()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        await RefusesAsync(browser, PagesThatTakeForms(tenant).Where(page => page.Metadata.GetMetadata<ForGuestsAttribute>() is null).Select(Routes.SampleOf));
    }

    [Fact, Trait("Behaviour", "TN-1")]
    public async Task Every_guests_page_refuses_a_form_without_its_token()
    {
        var tenant = await TestTenant.CreateAsync();
        var guest = await Guest.InvitedByAsync(tenant, await tenant.AddPartnerUserAsync());
        var pages = PagesThatTakeForms(tenant).Where(page => page.Metadata.GetMetadata<ForGuestsAttribute>() is not null).Select(Routes.SampleOf).ToList();
        Assert.NotEmpty(pages);
        await RefusesAsync(guest.Browser, pages.Select(page => guest.Base + page));
    }

    private static async Task RefusesAsync(Browser browser, IEnumerable<string> paths)
    {
        foreach (var path in paths)
            foreach (var fields in new Dictionary<string, string>[] { new() { ["on"] = "true" }, new() { ["on"] = "true", ["__RequestVerificationToken"] = "forged" } })
            {
                using var answer = await browser.SendOnceAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));
                Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
            }
    }

    [Theory, Trait("Behaviour", "TN-1")]
    [InlineData("en", "This form is no longer valid. Please open the page again.")]
    [InlineData("it", "Questo modulo non è più valido. Apra di nuovo la pagina.")]
    [InlineData("es", "Este formulario ya no es válido. Abra la página de nuevo.")]
    [InlineData("de", "Dieses Formular ist nicht mehr gültig. Bitte öffnen Sie die Seite erneut.")]
    public async Task The_refusal_is_a_page_in_the_visitors_language_and_changes_nothing(string language, string sentence)
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse(language);
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin", language: language)).Email);
        var page = await browser.PostAsync("/locked-accounts?handler=Protect", [KeyValuePair.Create("on", "true")]);

        Assert.Equal((HttpStatusCode.BadRequest, language), (page.Status, page.Document.DocumentElement.GetAttribute("lang")));
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelector(".trace code")!.TextContent);
        Assert.False(await tenant.SingleAsync<bool>("select protects_known_devices from tenant_settings"));
    }

    [Fact, Trait("Behaviour", "TN-1")]
    public void No_page_but_the_error_page_goes_without_tokens() =>
        Assert.Equal(
            ["ErrorPage"],
            typeof(Node).Assembly.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type) && type.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), true)).Select(type => type.Name));

    private static IEnumerable<Microsoft.AspNetCore.Routing.RouteEndpoint> PagesThatTakeForms(TestTenant tenant)
    {
        var models = typeof(Node).Assembly.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type) && type.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))).ToList();
        return Routes.PagesOf(tenant.Node).Where(page => page.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } compiled && models.Contains(compiled.ModelTypeInfo!.AsType()));
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RemoteSupport.Features.Shared;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Architecture;

/// <summary>What every page of the portal has to be, found by the routes themselves.</summary>
public sealed partial class PageTests
{
    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_page_is_made_for_signed_out_people_or_sends_them_to_sign_in_and_back()
    {
        var tenant = await TestTenant.CreateAsync();
        var pages = PagesOfUsers(tenant);
        Assert.NotEmpty(pages);
        foreach (var path in pages.Select(Routes.SampleOf))
        {
            using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path);
            Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
            Assert.Equal(path == "/" ? "/sign-in" : "/sign-in?returnUrl=" + Uri.EscapeDataString(path), answer.Headers.Location?.OriginalString);
        }
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task No_page_for_signed_in_people_takes_a_post_from_anybody_else()
    {
        var tenant = await TestTenant.CreateAsync();
        var form = await tenant.Browse().GetAsync("/sign-in");
        var token = form.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        foreach (var path in PagesOfUsers(tenant).Select(Routes.SampleOf))
        {
            using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Post, path, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.Redirect]);
        }
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_guests_page_stands_under_a_guests_address_and_nowhere_else()
    {
        var tenant = await TestTenant.CreateAsync();
        var pages = Routes.PagesOf(tenant.Node).Where(page => page.Metadata.OfType<ForGuestsAttribute>().Any()).Select(Routes.SampleOf).ToList();
        Assert.NotEmpty(pages);
        foreach (var path in pages)
        {
            using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }
    }

    [Fact]
    public void Every_page_is_a_portal_page_so_that_none_forgets_to_ask_for_sign_in() =>
        Assert.DoesNotContain(typeof(Node).Assembly.GetTypes(), type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract && !typeof(PortalPage).IsAssignableFrom(type));

    [Fact]
    public void No_page_has_inline_script_or_style_the_policy_would_refuse_it() =>
        Assert.All(
            Repository.Files(Path.Combine(Repository.Root, "src"), "*.cshtml"),
            file => Assert.Empty(Inline().Matches(File.ReadAllText(file)).Select(match => $"{Repository.Short(file)}: {match.Value}")));

    [Fact]
    public void A_form_that_names_its_address_asks_for_its_token_itself() =>
        Assert.All(
            Repository.Files(Path.Combine(Repository.Root, "src"), "*.cshtml"),
            file => Assert.DoesNotContain(PostWithAddress().Matches(File.ReadAllText(file)), form => !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""<p style="color: red">""")]
    [InlineData("""<a onclick="go()">""")]
    [InlineData("<script>go()</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("""<a href="javascript:go()">""")]
    public void Inline_script_and_style_are_recognized(string markup) => Assert.Matches(Inline(), markup);

    private static List<Microsoft.AspNetCore.Routing.RouteEndpoint> PagesOfUsers(TestTenant tenant) =>
        [.. Routes.PagesOf(tenant.Node).Where(page => !page.Metadata.OfType<ForSignedOutAttribute>().Any() && !page.Metadata.OfType<ForGuestsAttribute>().Any())];

    [GeneratedRegex("""<form\b(?=[^>]*method="post")[^>]*\saction="[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex PostWithAddress();

    [GeneratedRegex("""<style\b|<script\b(?![^>]*\ssrc=)|\sstyle\s*=\s*["'@]|\son[a-z]+\s*=\s*["']|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}

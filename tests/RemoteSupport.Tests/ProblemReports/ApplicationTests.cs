using System.Net;
using RemoteSupport.Tests.Organizations;

namespace RemoteSupport.Tests.ProblemReports;

public sealed class ApplicationTests
{
    [Fact, Trait("Behaviour", "PR-2")]
    public async Task The_tenants_list_is_offered_in_the_form_and_reports_keep_the_name_they_were_made_with()
    {
        var scene = await Reported.BeginAsync();
        var admin = scene.Tenant.Browse();
        await admin.SignInAsync(scene.Admin.Email);
        var page = await admin.SubmitAsync(await admin.GetAsync("/settings/applications"), "[name='Form.Name']", ("Form.Name", "Warehouse"));
        var member = scene.Tenant.Browse();
        await member.SignInAsync(scene.Member.Email);
        var form = await member.GetAsync("/problem-reports/new");
        Assert.Equal(["Not in the list", "Warehouse"], form.Document.QuerySelectorAll("#Form_Application option").Select(option => option.TextContent));
        await member.SubmitAsync(form, "[name='Form.Summary']", ("Form.Application", "Warehouse"), ("Form.Summary", "A"), ("Form.Description", "B"));

        page = await admin.SubmitAsync(page, "form[action*=Rename]", ("name", "Depot"));
        Assert.Equal("Depot", page.Document.QuerySelector("input[name=name]")!.GetAttribute("value"));
        page = await admin.SubmitAsync(page, "form[action*=Remove] button");
        Assert.Contains("No application yet", page.Text, StringComparison.Ordinal);
        Assert.Equal("Warehouse", await scene.Tenant.SingleAsync<string>("select application from problem_reports"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task No_two_have_the_same_name_whatever_the_case()
    {
        var scene = await Reported.BeginAsync();
        (await scene.AsAdmin.PostAsync("/applications", new { name = "Mail" })).IsDone();
        (await scene.AsAdmin.PostAsync("/applications", new { name = "MAIL" })).IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
        var second = (await scene.AsAdmin.PostAsync("/applications", new { name = "Calendar" })).Body["id"]!.GetValue<Guid>();
        (await scene.AsAdmin.PatchAsync($"/applications/{second}", new { name = "mail" })).IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
        (await scene.AsAdmin.PatchAsync($"/applications/{second}", new { name = "CALENDAR" })).IsDone();
        (await scene.AsAdmin.DeleteAsync($"/applications/{second}")).IsDone();
        Assert.Equal("Mail", Assert.Single((await scene.AsMember.GetAsync("/applications")).Body.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Only_tenant_admins_change_the_list()
    {
        var scene = await Reported.BeginAsync();
        foreach (var other in new[] { scene.AsContact, scene.AsOwner, scene.AsMember }) (await other.PostAsync("/applications", new { name = "Mail" })).IsRefused(HttpStatusCode.Forbidden, "forbidden");
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/settings/applications")).Status);
    }
}

using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Delivery;

/// <summary>An admin invites somebody, follows the message in the log, and sends it again when it has failed (TN-5, DL-4).</summary>
public sealed class DeliveryLogTests
{
    [Fact, Trait("Behaviour", "TN-5"), Trait("Behaviour", "DL-4")]
    public async Task From_the_invitation_to_the_message_that_is_sent_again()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var admin = await Person.ComeAsync(tenant, new View("de"));
        await admin.SignInAsync(await tenant.AddPartnerUserAsync("admin", language: "de"));
        var page = admin.Page;
        await admin.GoAsync("/settings/users");
        await page.FillAsync("#Form_Name", "Nina Neumann");
        await page.FillAsync("#Form_Email", "nina@beispiel.example");
        await admin.SubmitAsync("form[action*=Invite] button");
        await page.Locator("#query").PressSequentiallyAsync("neum");
        await Expect(page.Locator("#users tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("#users tbody")).ToContainTextAsync("Eingeladen");

        // The open log hears of it.
        await admin.GoAsync("/settings/delivery-log?recipient=nina");
        await Expect(page.Locator("#messages .chip")).ToContainTextAsync("In der Warteschlange");
        await FailAsync(tenant);
        await Expect(page.Locator("#messages .chip")).ToContainTextAsync("Fehlgeschlagen", new() { Timeout = 15_000 });
        await Expect(page.Locator("#messages")).ToContainTextAsync("Der Mailserver ist nicht erreichbar.");

        await admin.GoAsync("/");
        await admin.ArriveAsync(() => page.Locator("#home-messages a.row-title").ClickAsync());
        await Expect(page.Locator(".mail-text")).ToContainTextAsync("(geheimer Link)");
        await admin.SubmitAsync("form[action*=Resend] button");
        await Expect(page.Locator("#delivery .chip")).ToContainTextAsync("In der Warteschlange");
        await admin.GoAsync("/");
        await Expect(page.Locator("#home-messages")).ToBeHiddenAsync();
        Assert.Empty(admin.Complaints);
    }

    private static Task FailAsync(TestTenant tenant) => tenant.InScopeAsync(services => services.GetRequiredService<Db>().InTransactionAsync(async () =>
    {
        await services.GetRequiredService<Db>().RunAsync("update messages set state = 'failed', due_at = null, last_error = @reason", new { reason = MailReasons.Unreachable });
        await services.GetRequiredService<LiveEvents>().PublishAsync(LiveEvents.TopicOfTenant, LiveEvents.Messages);
    }));
}

using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Activation;
using RemoteSupport.Platform.Data;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>Invites an account's holder as the product does, and reads the mail.</summary>
internal static class Invitation
{
    /// <summary>The path of the link in the mail.</summary>
    public static async Task<string> SendAsync(TestTenant tenant, TestAccount account)
    {
        var before = await PathsAsync(tenant, account);
        await tenant.InScopeAsync(services => services.GetRequiredService<Db>().InTransactionAsync(
            () => services.GetRequiredService<IMediator>().Publish(new AccountInvited(account.Id))));
        return (await PathsAsync(tenant, account)).Except(before).Single();
    }

    /// <summary>In no order: at one instant, messages have none.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(TestTenant tenant, TestAccount account) =>
        [.. (await tenant.MessagesToAsync(account.Email)).SelectMany(message => message.Paths)];
}

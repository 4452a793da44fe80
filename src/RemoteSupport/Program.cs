using RemoteSupport.Features.Operations;

return CommandLine.Find(args) is { } command ? await CommandLine.RunAsync(command) : await Serve.RunAsync(args);
